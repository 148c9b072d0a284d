package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailLimits.Limit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts mails that a limit keeps back. */
@Component
class MailMeters implements MailLimitListener {

    private final ObjectProvider<MeterRegistry> meters;

    MailMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void heldBack(Limit limit) {
        meters.ifAvailable(meter ->
                meter.counter("redress.mail.held.back", "limit", limit.key()).increment());
    }
}
