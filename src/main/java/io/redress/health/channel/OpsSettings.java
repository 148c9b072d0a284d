package io.redress.health.channel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Of the hub's settings, prefix {@code redress}, those that tell whether it is well.
 *
 * @param channels {@code redress.channels.<name>}: what is normal for a channel
 * @param dataDir the folder whose disk must not run full
 * @param blobDir the folder of the originals where it is another one; its disk must not run full either
 * @param leastFreeSpace below this the hub is unhealthy
 */
@ConfigurationProperties("redress")
public record OpsSettings(
        @DefaultValue Map<String, Normal> channels,
        @DefaultValue("data") Path dataDir,
        @Nullable Path blobDir,
        @DefaultValue("1GB") DataSize leastFreeSpace) {

    public Path blobFolder() {
        return blobDir != null ? blobDir : dataDir;
    }

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
