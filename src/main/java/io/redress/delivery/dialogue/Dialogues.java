package io.redress.delivery.dialogue;

import io.redress.delivery.RetryAfter;
import io.redress.delivery.TargetUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the route that asks calls with each answer. */
public final class Dialogues {

    /** Bytes of an answer that are read. */
    private static final int LONGEST = 16 << 20;

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
     * @param body null when the answer had none
     * @param retryAfter the header of that name (RFC 9110, 10.2.3: seconds or a date); null when there was none
     */
    public Dialogue answered(Dialogue dialogue, int status, @Nullable InputStream body, @Nullable String retryAfter) {
        return dialogue.answered(
                new DialogueResponse(status, read(body), RetryAfter.pause(retryAfter, clock.instant())));
    }

    private static byte[] read(@Nullable InputStream body) {
        try (InputStream in = body) {
            return in == null ? new byte[0] : in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw new TargetUnavailable("the answer broke off: " + e.getMessage(), null);
        }
    }
}
