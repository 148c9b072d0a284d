package io.redress.settings.ticket;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Work that is due at a time, prefix {@code redress.due}.
 *
 * @param period between two looks for it
 * @param atOnce how many messages to customers and staff are begun at each look; they are sent one after the other
 * @param stepsAtOnce how many steps of the loop are begun at each look, so that a backlog after an outage is spread
 * @param consumers how many steps, of different tickets, are done at once
 */
@Validated
@ConfigurationProperties("redress.due")
public record DueSettings(
        @DefaultValue("1s") Duration period,
        @DefaultValue("100") int atOnce,
        @DefaultValue("500") int stepsAtOnce,
        @Min(1) @DefaultValue("4") int consumers) {}
