package io.redress.settings.ticket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What other systems are asked about a complaint, prefix {@code redress.lookups}.
 *
 * @param timeLimit how long a complaint waits for all lookups together
 * @param keep how long an answer is used again
 */
@ConfigurationProperties("redress.lookups")
public record LookupSettings(
        @DefaultValue("500ms") Duration timeLimit,
        @DefaultValue("10m") Duration keep) {}
