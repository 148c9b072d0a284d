package io.redress.settings.ticket;

import io.redress.settings.Cron;
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
 * @param planAheadCron when it is looked whether the next weekly report, the next look for rises and the next head of the
 *     history are planned, as a Quartz cron expression in the shop's zone
 * @param consumers how many steps, of different tickets, are done at once
 */
@Validated
@ConfigurationProperties("redress.due")
public record DueSettings(
        @DefaultValue("1s") Duration period,
        @DefaultValue("100") int atOnce,
        @DefaultValue("500") int stepsAtOnce,
        @Cron @DefaultValue("0 0 * * * ?") String planAheadCron,
        @Min(1) @DefaultValue("4") int consumers) {}
