package io.redress.delivery.dialogue;

import io.redress.delivery.RetryAfter;
import io.redress.delivery.TargetUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.Strings;
import org.jspecify.annotations.Nullable;

/** What the route that asks calls with each answer. */
public final class Dialogues {

    /** Bytes of an answer that are read. */
    public static final int LONGEST = 16 << 20;

    private static final int CHUNK = 16 << 10;

    /** Milliseconds from the start of a dialogue to its first request, at most. */
    private static final long FIRST = 1000;

    private final Clock clock;

    public Dialogues(Clock clock) {
        this.clock = clock;
    }

    /**
     * By when the last request of a dialogue must be sent. The first one is always in time.
     *
     * @param limit milliseconds for the whole dialogue
     * @param timeout milliseconds for one answer
     */
    public Instant latest(long limit, long timeout) {
        return clock.instant().plusMillis(Math.max(limit - timeout, FIRST));
    }

    /**
     * What to ask next.
     *
     * @param headers of the message that asks; those of the request are put among them
     * @throws TargetUnavailable when it would be answered after the dialogue's time: the next attempt may have begun by
     *     then, and the two would not know of each other
     */
    public DialogueRequest request(Dialogue dialogue, Instant latest, Map<String, Object> headers) {
        if (clock.instant().isAfter(latest)) {
            throw new TargetUnavailable("the system answers too slowly to finish in one go", null);
        }
        headers.putAll(dialogue.getRequest().headers());
        return dialogue.getRequest();
    }

    /**
     * Goes on with a dialogue.
     *
     * @param latest as {@link #latest} gave it
     * @param timeout milliseconds for one answer: its body may come until that long after {@code latest}
     * @param headers of the answer: {@code Retry-After} (RFC 9110, 10.2.3: seconds or a date), {@code Content-Disposition} (RFC
     *     6266), {@code Content-Type} and {@code Link} count
     * @param body null when the answer had none
     * @throws TargetUnavailable when the body breaks off, or comes too slowly
     */
    public Dialogue answered(
            Dialogue dialogue,
            Instant latest,
            long timeout,
            int status,
            Map<String, Object> headers,
            @Nullable InputStream body) {
        Duration pause = RetryAfter.pause(header(headers, "Retry-After"), clock.instant());
        byte[] bytes = read(body, latest.plusMillis(timeout));
        return dialogue.answered(new DialogueResponse(status, bytes, pause, text(headers, "Link"), isFile(headers)));
    }

    private static boolean isFile(Map<String, Object> headers) {
        String disposition = String.valueOf(header(headers, "Content-Disposition"));
        String type = String.valueOf(header(headers, "Content-Type"));
        return Strings.CI.startsWith(disposition, "attachment")
                || Strings.CI.contains(disposition, "filename")
                || Strings.CI.startsWith(type, "application/octet-stream");
    }

    private static @Nullable String header(Map<String, Object> headers, String name) {
        String text = text(headers, name);
        return text.isEmpty() ? null : text;
    }

    /** A header's values, separated by commas (RFC 9110, 5.3); empty where there are none. */
    private static String text(Map<String, Object> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name) && header.getValue() != null)
                .flatMap(header -> header.getValue() instanceof Collection<?> several
                        ? several.stream()
                        : Stream.of(header.getValue()))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private byte[] read(@Nullable InputStream body, Instant end) {
        if (body == null) {
            return new byte[0];
        }
        try (InputStream in = body) {
            var bytes = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            int read = in.read(chunk);
            while (read >= 0 && bytes.size() < LONGEST) {
                if (clock.instant().isAfter(end)) { // one byte now and then would go on for ever
                    throw new TargetUnavailable("the answer came too slowly", null);
                }
                bytes.write(chunk, 0, Math.min(read, LONGEST - bytes.size()));
                read = in.read(chunk);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new TargetUnavailable("the answer broke off: " + e.getMessage(), null);
        }
    }
}
