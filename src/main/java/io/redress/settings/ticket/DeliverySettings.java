package io.redress.settings.ticket;

import io.redress.settings.Cron;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets get to other systems, prefix {@code redress.delivery}.
 *
 * @param period between two looks for deliveries that are due
 * @param atOnce how many are claimed for a target at each look
 * @param firstPause after the first failure of a delivery; each further one doubles it
 * @param longestPause the limit of that
 * @param lateAfter a target is unhealthy while something has waited longer
 * @param canaries an address for each target that is asked now and then
 * @param canaryEvery how often
 * @param canaryCron when instead, as a Quartz cron expression in the shop's zone; null: every {@code canaryEvery}
 */
@Validated
@ConfigurationProperties("redress.delivery")
public record DeliverySettings(
        @DefaultValue("1s") Duration period,
        @DefaultValue("200") int atOnce,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("15m") Duration lateAfter,
        @DefaultValue Map<String, URI> canaries,
        @DefaultValue("1m") Duration canaryEvery,
        @Cron @Nullable String canaryCron) {}
