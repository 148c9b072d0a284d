package io.redress.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How arrivals are taken in, and when the hub slows its senders down, prefix {@code redress.intake}.
 *
 * @param consumers how many consumers each intake queue has, each with one batch at a time
 * @param group how many arrivals a batch has at most; a batch takes only what waits already
 * @param waitForTicket how long an arrival waits at most for the ticket whose number it names and which is still on its way;
 *     0: not at all
 * @param mostWaiting arrivals on the intake queues of an embedded broker; above it nothing is taken in
 * @param leastFreeSpace of the disks of the data folder and of the originals; below it nothing is taken in
 * @param watchEvery how often the hub looks how full it is
 */
@Validated
@ConfigurationProperties("redress.intake")
public record IntakeSettings(
        @Min(1) @DefaultValue("2") int consumers,
        @Min(1) @DefaultValue("100") int group,
        @DefaultValue("10m") Duration waitForTicket,
        @DefaultValue("200000") long mostWaiting,
        @DefaultValue("256MB") DataSize leastFreeSpace,
        @DefaultValue("1s") Duration watchEvery) {}
