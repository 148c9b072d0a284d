package io.redress.health.channel;

import io.redress.channel.control.ChannelOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The health of a channel that somebody paused: healthy until the pause seems forgotten. */
final class PausedHealth {

    private static final String REMEDY = "Resume it on the board of the console, or by POST /api/channels/…/resume";

    private PausedHealth() {}

    static ChannelHealth of(ChannelOrder order, Duration toldAfter, Instant now) {
        Instant since = Objects.requireNonNull(order.pausedAt(), "only of paused channels");
        Instant told = since.plus(toldAfter);
        return told.isAfter(now)
                ? new ChannelHealth(true, since, null, null, null)
                : new ChannelHealth(
                        false, told, "Paused by %s since %s".formatted(order.pausedBy(), since), REMEDY, null);
    }
}
