package io.redress.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The hub's clock, prefix {@code redress.clock}.
 *
 * @param speed 1 in earnest. More lets that many seconds pass in one, so that days of the loop can be tried in minutes; the
 *     moment from which it runs ahead is kept in the data folder, so that time does not jump back at a restart
 */
@Validated
@ConfigurationProperties("redress.clock")
public record ClockSettings(
        @Min(1) @Max(100_000) @DefaultValue("1") int speed) {}
