package io.redress.delivery.dialogue;

import io.redress.delivery.TargetUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the route that asks calls with each answer. */
public final class Dialogues {

    private static final int DIGITS = 6;

    /** Bytes of an answer that are read. */
    private static final int LONGEST = 16 << 20;

    private final Clock clock;

    public Dialogues(Clock clock) {
        this.clock = clock;
    }

    /**
     * By when the last request of a dialogue must be sent.
     *
     * @param limit milliseconds for the whole dialogue
     * @param timeout milliseconds for one answer
     */
    public Instant latest(long limit, long timeout) {
        return clock.instant().plusMillis(limit - timeout);
    }

    /**
     * What to ask next.
     *
     * @throws TargetUnavailable when it would be answered after the dialogue's time: the next attempt may have begun by
     *     then, and the two would not know of each other
     */
    public Request request(Dialogue dialogue, Instant latest) {
        if (clock.instant().isAfter(latest)) {
            throw new TargetUnavailable("the system answers too slowly to finish in one go", null);
        }
        return dialogue.getRequest();
    }

    /**
     * Goes on with a dialogue.
     *
     * @param body null when the answer had none
     * @param retryAfter the header of that name (RFC 9110, 10.2.3: seconds or a date); null when there was none
     */
    public Dialogue answered(Dialogue dialogue, int status, @Nullable InputStream body, @Nullable String retryAfter) {
        return dialogue.answered(new Answer(status, read(body), pause(retryAfter)));
    }

    private static byte[] read(@Nullable InputStream body) {
        try (InputStream in = body) {
            return in == null ? new byte[0] : in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw new TargetUnavailable("the answer broke off: " + e.getMessage(), null);
        }
    }

    private @Nullable Duration pause(@Nullable String retryAfter) {
        if (retryAfter == null || retryAfter.isBlank()) {
            return null;
        }
        String text = retryAfter.strip();
        if (text.length() <= DIGITS && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Duration.ofSeconds(Integer.parseInt(text));
        }
        try {
            ZonedDateTime until =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
            Duration pause = Duration.between(clock.instant(), until.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException neitherSecondsNorDate) {
            return null;
        }
    }
}
