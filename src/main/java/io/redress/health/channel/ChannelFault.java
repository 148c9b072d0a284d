package io.redress.health.channel;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a channel.
 *
 * @param problem in a sentence
 * @param remedy what can be done, in a sentence; null when the hub cannot say
 * @param error the last error, without secrets; null when there was none
 */
record ChannelFault(
        String problem, @Nullable String remedy, @Nullable String error) {

    ChannelFault(String problem, @Nullable String error) {
        this(problem, null, error);
    }
}
