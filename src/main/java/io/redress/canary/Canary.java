package io.redress.canary;

import io.redress.ticket.KeyedEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A canary that was sent.
 *
 * @param dueAt when it is late
 * @param counts false where its channel was stopped on purpose while it was under way
 * @param arrivedAt null while it is under way, or missing
 * @param problem why it could not be sent; null when it was
 */
public record Canary(
        UUID id,
        String channel,
        Instant sentAt,
        Instant dueAt,
        boolean counts,
        @Nullable Instant arrivedAt,
        @Nullable String problem) {

    /** What became of it. */
    public enum State implements KeyedEnum {
        UNDER_WAY,
        IN_TIME,
        LATE,
        MISSING,
        NOT_SENT
    }

    public State state(Instant now) {
        if (problem != null) {
            return State.NOT_SENT;
        }
        if (arrivedAt != null) {
            return arrivedAt.isAfter(dueAt) ? State.LATE : State.IN_TIME;
        }
        return now.isAfter(dueAt) ? State.MISSING : State.UNDER_WAY;
    }

    /** How long it took; null while it has not arrived. */
    public @Nullable Duration roundTrip() {
        return arrivedAt == null ? null : Duration.between(sentAt, arrivedAt);
    }
}
