package io.redress.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lists for diallers, prefix {@code redress.call-lists}.
 *
 * @param layout a file of {@code config/call-lists}, without {@code .yaml}; empty: no lists
 * @param every how often a list is written, with the calls of as long ahead
 */
@ConfigurationProperties("redress.call-lists")
public record CallListSettings(
        @DefaultValue("") String layout,
        @DefaultValue("30m") Duration every) {}
