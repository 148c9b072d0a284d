package io.redress.servicelevel.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that begins to run, with the due work of kind {@link SlaClockStep#KIND} at its first mark.
 *
 * @param key of the work
 * @param first when it is due; null when no mark is known yet
 * @param argument of the work
 */
public record StartedClock(
        TicketClock clock, String key, @Nullable Instant first, String argument) {}
