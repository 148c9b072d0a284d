package io.redress.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code redress.delivery.*}; the defaults stand in {@code application.yaml}.
 *
 * @param period milliseconds between two looks for deliveries that are due
 * @param atOnce how many are claimed for a target at each look
 * @param firstPause after the first failure of a delivery; each further one doubles it
 * @param longestPause the limit of that
 */
@ConfigurationProperties("redress.delivery")
public record DeliverySettings(long period, int atOnce, Duration firstPause, Duration longestPause) {}
