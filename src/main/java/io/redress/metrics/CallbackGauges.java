package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.redress.ledger.callback.CallbackQueries;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The figures of callbacks, read from the ledger like the hub's others. */
@Component
class CallbackGauges {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackGauges.class);

    private final CallbackQueries callbacks;
    private final MultiGauge open;
    private final MultiGauge outcomes;

    CallbackGauges(MeterRegistry meters, CallbackQueries callbacks) {
        this.callbacks = callbacks;
        this.open = MultiGauge.builder("redress.callbacks")
                .description("Callbacks that are open: planned, due (given out), overdue (slot over, no outcome)")
                .register(meters);
        this.outcomes = MultiGauge.builder("redress.callback.outcomes")
                .description("Calls that ended, by outcome")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.gauges.every}")
    void refresh() {
        try {
            open.register(rows("state", callbacks.open()), true);
            outcomes.register(rows("outcome", callbacks.outcomes()), true);
        } catch (DataAccessException e) {
            LOG.warn("the gauges of callbacks keep their last values: {}", e.getMessage());
        }
    }

    private static List<Row<?>> rows(String tag, List<CallbackQueries.Count> counts) {
        return counts.stream()
                .<Row<?>>map(count -> Row.of(Tags.of(tag, count.name()), count.number()))
                .toList();
    }
}
