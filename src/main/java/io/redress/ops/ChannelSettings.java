package io.redress.ops;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code redress.channels.<name>}: what is normal for a channel.
 *
 * @param channels by the channel's name
 */
@ConfigurationProperties("redress")
public record ChannelSettings(@DefaultValue Map<String, Normal> channels) {

    /**
     * @param silentAfter the channel is unhealthy when nothing has arrived for so long; null when it may be silent
     */
    public record Normal(@Nullable Duration silentAfter) {}

    @Nullable
    Duration silentAfter(String channel) {
        Normal normal = channels.get(channel);
        return normal == null ? null : normal.silentAfter();
    }
}
