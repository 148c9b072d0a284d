package io.redress.channel.chat.platform;

import org.jspecify.annotations.Nullable;

/** The settings of channels, as {@code config/application.yaml}, the environment and {@code config/secrets} have them now. */
@FunctionalInterface
public interface ChannelSettings {

    /** The value of a key such as {@code line.channel-secret}; null when none is set. */
    @Nullable
    String get(String key);
}
