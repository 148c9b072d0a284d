package io.redress.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.MailNews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts mails that a limit keeps back. */
@Component
class MailMeters implements MailNews {

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
