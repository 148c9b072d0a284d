package io.redress.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a clock stands still.
 *
 * @param until null while it lasts
 * @param reason for people: {@code awaiting customer}
 */
public record ClockPause(Instant from, @Nullable Instant until, String reason) {}
