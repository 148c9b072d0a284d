package io.redress.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in to the console, prefix {@code redress.console} (docs/people.md).
 *
 * @param secondFactor whether everybody needs an authenticator app, or those who want one have one
 * @param idleEnd a session ends when nothing was asked for so long; 1 minute to 24 hours
 * @param sessionEnd a session ends so long after it began, whatever is asked; 5 minutes to 30 days
 * @param shopWords names of the shop, which passwords may not be made of
 * @param signInFile the file of OpenID providers; null: {@code sign-in.yaml} of the folder of configuration
 */
@Validated
@ConfigurationProperties("redress.console")
public record ConsoleSettings(
        @DefaultValue("optional") SecondFactor secondFactor,

        @DurationMin(minutes = 1, message = IDLE_RANGE)
        @DurationMax(hours = 24, message = IDLE_RANGE)
        @DefaultValue("30m")
        Duration idleEnd,

        @DurationMin(minutes = 5, message = RANGE) @DurationMax(days = 30, message = RANGE) @DefaultValue("12h")
        Duration sessionEnd,

        @DefaultValue List<String> shopWords,

        @Nullable Path signInFile) {

    private static final String IDLE_RANGE = "write 1m to 24h";
    private static final String RANGE = "write 5m to 30d";

    /** Who needs an authenticator app. */
    public enum SecondFactor {
        OPTIONAL,
        REQUIRED
    }

    public boolean isSecondFactorRequired() {
        return secondFactor == SecondFactor.REQUIRED;
    }
}
