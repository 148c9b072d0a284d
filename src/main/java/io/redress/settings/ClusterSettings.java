package io.redress.settings;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Several nodes on one database, prefix {@code redress.cluster}.
 *
 * @param node what this node is called in health; the machine's name when empty
 * @param lease how long a leader that is not heard of keeps others from leading
 */
@Validated
@ConfigurationProperties("redress.cluster")
public record ClusterSettings(
        @DefaultValue("") String node,

        @DurationMin(seconds = 5, message = RANGE) @DurationMax(minutes = 10, message = RANGE) @DefaultValue("15s")
        Duration lease) {

    private static final String RANGE = "write a time from 5s to 10m";
}
