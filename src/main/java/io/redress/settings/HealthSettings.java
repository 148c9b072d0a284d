package io.redress.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is normal, and how often the hub looks whether it is so, prefix {@code redress}.
 *
 * @param channels what is normal for a channel, by its name
 * @param leastFreeSpace below this on the disk of the data folder or of the originals the hub is unhealthy
 */
@ConfigurationProperties("redress")
public record HealthSettings(
        @DefaultValue Map<String, Normal> channels,
        @DefaultValue("1GB") DataSize leastFreeSpace,
        @DefaultValue Alerts alerts,
        @DefaultValue ChannelWatch channelWatch,
        @DefaultValue Pauses pauses,
        @DefaultValue Gauges gauges,
        @DefaultValue Figures figures) {

    /**
     * One channel.
     *
     * @param silentAfter the channel is unhealthy when nothing has arrived for so long; null when it may be silent
     */
    public record Normal(@Nullable Duration silentAfter) {}

    /** @param lookEvery how often channels, targets and the intake are looked at for trouble that lasts */
    public record Alerts(@DefaultValue("10s") Duration lookEvery) {}

    /** @param every how often channels are looked at, so that "since" is right when nobody asks */
    public record ChannelWatch(@DefaultValue("5s") Duration every) {}

    /** @param toldAfter a channel or target that somebody paused is unhealthy when it still is after so long */
    public record Pauses(@DefaultValue("4h") Duration toldAfter) {}

    /** @param every how often the gauges of the metrics are measured */
    public record Gauges(@DefaultValue("10s") Duration every) {}

    /**
     * @param gaugesEvery how often this week's figures, open and overdue tickets are measured
     * @param pdfFont a TrueType file for what Helvetica does not have; null: the first of the usual ones
     */
    public record Figures(
            @DefaultValue("1m") Duration gaugesEvery,
            @Nullable Path pdfFont) {}

    public @Nullable Duration silentAfter(String channel) {
        Normal normal = channels.get(channel);
        return normal == null ? null : normal.silentAfter();
    }
}
