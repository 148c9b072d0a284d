package io.redress.channel.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators asked of a channel.
 *
 * @param pausedBy a person's login or {@code key <name>}; null unless it is paused
 * @param pausedAt null unless it is paused
 * @param pollAskedAt when somebody wanted it polled last; null when nobody ever did
 */
public record ChannelOrder(
        @Nullable String pausedBy,
        @Nullable Instant pausedAt,
        @Nullable Instant pollAskedAt) {

    /** Nobody asked for anything. */
    public static final ChannelOrder NONE = new ChannelOrder(null, null, null);

    public boolean isPaused() {
        return pausedAt != null;
    }
}
