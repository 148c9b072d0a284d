package io.redress.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers of other systems are used, prefix {@code redress.lookups}.
 *
 * @param keep how long an answer is used again
 */
@ConfigurationProperties("redress.lookups")
public record LookupSettings(@DefaultValue("10m") Duration keep) {}
