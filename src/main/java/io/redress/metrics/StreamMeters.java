package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.channel.chat.platform.stream.StreamListener;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the connections of chat platforms that send by stream, and what becomes of their frames. */
@Component
class StreamMeters implements StreamListener {

    private static final String CHANNEL = "channel";

    private final ObjectProvider<MeterRegistry> meters;

    StreamMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void opened(String channel) {
        meters.ifAvailable(meter ->
                meter.counter("redress.stream.connections", CHANNEL, channel).increment());
    }

    @Override
    public void frame(String channel, Outcome outcome) {
        String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        meters.ifAvailable(meter -> meter.counter("redress.stream.frames", CHANNEL, channel, "outcome", name)
                .increment());
    }
}
