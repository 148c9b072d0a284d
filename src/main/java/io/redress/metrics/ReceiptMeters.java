package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.reply.receipt.ReceiptListener;
import io.redress.reply.receipt.ReceiptState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts delivery receipts, and the text messages that were sent. */
@Component
class ReceiptMeters implements ReceiptListener {

    private static final String CHANNEL = "channel";

    private final ObjectProvider<MeterRegistry> meters;

    ReceiptMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void received(String channel, ReceiptState state, boolean known) {
        meters.ifAvailable(
                meter -> meter.counter("redress.receipts", CHANNEL, channel, "state", known ? state.key() : "unknown")
                        .increment());
    }

    @Override
    public void segmentsSent(String channel, int segments) {
        meters.ifAvailable(
                meter -> meter.counter("redress.sms.segments", CHANNEL, channel).increment(segments));
    }
}
