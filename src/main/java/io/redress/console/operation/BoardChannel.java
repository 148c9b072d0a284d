package io.redress.console.operation;

import io.redress.canary.Canary;
import io.redress.health.channel.ChannelState;
import org.jspecify.annotations.Nullable;

/**
 * A channel on the board.
 *
 * @param canary the latest of the last day; null where there is none
 * @param canaryState what became of it, as its key; empty where there is none
 */
public record BoardChannel(
        ChannelState state, Rhythm rhythm, @Nullable Canary canary, String canaryState) {}
