package io.redress.health.target;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of the settings {@code redress.delivery.*}, those that tell whether a target is well.
 *
 * @param lateAfter a target is unhealthy while something has waited longer
 * @param canaries an address each target that is asked now and then
 * @param canaryEvery how often
 */
@ConfigurationProperties("redress.delivery")
public record TargetSettings(
        @DefaultValue("15m") Duration lateAfter,
        @DefaultValue Map<String, URI> canaries,
        @DefaultValue("1m") Duration canaryEvery) {}
