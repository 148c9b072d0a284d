package io.redress.settings.ticket;

import io.redress.settings.Cron;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Lists for diallers, prefix {@code redress.call-lists}.
 *
 * @param layout a layout of {@code config/call-lists}, without {@code .yaml}; empty: no lists are written
 * @param every how often a list is written, with the calls of as long ahead
 * @param tick between two looks whether it is time for one
 * @param cron when it is looked instead, as a Quartz cron expression in the shop's zone; null: every {@code tick}
 */
@Validated
@ConfigurationProperties("redress.call-lists")
public record CallListSettings(
        @DefaultValue("") String layout,
        @DefaultValue("30m") Duration every,
        @DefaultValue("10s") Duration tick,
        @Cron @Nullable String cron) {}
