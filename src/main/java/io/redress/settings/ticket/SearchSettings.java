package io.redress.settings.ticket;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are searched for, prefix {@code redress.search}.
 *
 * @param timeLimit after which a search is given up, in whole seconds; of an export, until its first ticket
 */
@Validated
@ConfigurationProperties("redress.search")
public record SearchSettings(
        @DurationMin(seconds = 1, message = RANGE) @DurationMax(minutes = 10, message = RANGE) @DefaultValue("10s")
        Duration timeLimit) {

    private static final String RANGE = "write a time from 1s to 10m";
}
