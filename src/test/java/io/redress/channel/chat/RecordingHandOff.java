package io.redress.channel.chat;

import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Stands in for the hand-off and the queue behind it: keeps what was handed off, or fails as a broker that is away. */
public class RecordingHandOff {

    private final List<RawMessage> handedOff = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public RawMessage receive(String channel, String format, byte[] original, Map<String, String> attributes) {
        return receive(channel, format, original, attributes, null);
    }

    public RawMessage receive(
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        return identified(UUID.randomUUID().toString(), channel, format, original, attributes, sourceKey);
    }

    public RawMessage identified(
            String id,
            String channel,
            String format,
            byte[] original,
            Map<String, String> attributes,
            @Nullable String sourceKey) {
        return new RawMessage(
                id,
                "R-261122-ABCDEF",
                channel,
                format,
                Instant.now(),
                sourceKey,
                attributes,
                Original.inline(original));
    }

    /** The end of {@code direct:hand-off}. */
    public void queue(RawMessage message) {
        if (away) {
            throw new IllegalStateException("broker away");
        }
        handedOff.add(message);
    }

    public List<RawMessage> handedOff() {
        return handedOff;
    }

    void forget() {
        handedOff.clear();
        away = false;
    }

    void breakDown() {
        away = true;
    }
}
