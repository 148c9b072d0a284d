package io.redress.health;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When the hub slows its senders down, prefix {@code redress.intake}.
 *
 * @param mostWaiting arrivals on queue {@code intake} of an embedded broker
 * @param leastFreeSpace of the disks of the data folder and of the originals
 */
@ConfigurationProperties("redress.intake")
public record IntakeSettings(
        @DefaultValue("200000") long mostWaiting,
        @DefaultValue("256MB") DataSize leastFreeSpace) {}
