package io.redress.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts surveys, once the transaction that made the news has committed. */
@Component
class SurveyMeters implements SurveyListener {

    private final ObjectProvider<MeterRegistry> meters;

    SurveyMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void sent(String way) {
        afterCommit(() -> meters.ifAvailable(
                meter -> meter.counter("redress.surveys.sent", "way", way).increment()));
    }

    @Override
    public void notSent(String reason) {
        afterCommit(() -> meters.ifAvailable(meter ->
                meter.counter("redress.surveys.not.sent", "reason", reason).increment()));
    }

    @Override
    public void answered(SurveyAnswer answer) {
        afterCommit(() -> meters.ifAvailable(meter -> {
            meter.counter("redress.surveys.answered").increment();
            score(meter, "redress.surveys.csat", answer.csat());
            score(meter, "redress.surveys.nps", answer.nps());
        }));
    }

    private static void score(MeterRegistry meter, String name, @Nullable Integer score) {
        if (score != null) {
            DistributionSummary.builder(name)
                    .description("Scores that customers gave")
                    .register(meter)
                    .record(score);
        }
    }

    private static void afterCommit(Runnable count) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            count.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count.run();
            }
        });
    }
}
