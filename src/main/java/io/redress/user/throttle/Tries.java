package io.redress.user.throttle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tries of one login, address or both together.
 *
 * @param failures tries since the last right one
 * @param lastAt when it was tried last
 * @param blockedUntil no try counts before; null: any does
 * @param succeededAt when a try was right last; null when none was
 */
public record Tries(
        int failures,
        Instant lastAt,
        @Nullable Instant blockedUntil,
        @Nullable Instant succeededAt) {

    boolean isBlockedAt(Instant now) {
        return blockedUntil != null && blockedUntil.isAfter(now);
    }

    /** After a right try. */
    Tries succeeded(Instant now) {
        return new Tries(0, now, null, now);
    }

    /** Without the try that was counted before it was known to be right. */
    Tries takenBack() {
        return new Tries(Math.max(0, failures - 1), lastAt, null, succeededAt);
    }
}
