package io.redress.api.ticket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tickets are searched for, prefix {@code redress.search}.
 *
 * @param timeLimit after which a search is given up, in whole seconds; of an export, until its first ticket
 */
@ConfigurationProperties("redress.search")
public record SearchSettings(@DefaultValue("10s") Duration timeLimit) {

    public SearchSettings {
        if (timeLimit.toSeconds() < 1 || timeLimit.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("redress.search.time-limit is " + timeLimit + ", not from 1s to 10m");
        }
    }
}
