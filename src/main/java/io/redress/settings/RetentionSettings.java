package io.redress.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is removed with age, prefix {@code redress.retention}.
 *
 * @param cron when it is, as a Quartz cron expression in the shop's zone
 */
@Validated
@ConfigurationProperties("redress.retention")
public record RetentionSettings(
        @Cron @DefaultValue("0 30 3 * * ?") String cron) {}
