package io.redress.servicelevel.clock;

import io.redress.servicelevel.SlaClock;
import io.redress.ticket.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise to a customer.
 *
 * @param due null while the clock is paused
 * @param met null until it was kept, in time or not
 * @param ended null while it runs
 * @param reached the last mark that was passed: a percentage of the time; above 100 the levels of escalation
 */
public record TicketClock(
        String ticket,
        SlaClock.Clock clock,
        int round,
        String policy,
        Priority priority,
        Instant started,
        @Nullable Instant due,
        @Nullable Instant met,
        @Nullable Instant ended,
        int reached) {

    static TicketClock started(
            String ticket, SlaClock.Clock clock, int round, String policy, Priority priority, Instant at) {
        return new TicketClock(ticket, clock, round, policy, priority, at, null, null, null, 0);
    }

    TicketClock dueAt(@Nullable Instant time) {
        return new TicketClock(ticket, clock, round, policy, priority, started, time, met, ended, reached);
    }

    TicketClock under(String other, Priority raised) {
        return new TicketClock(ticket, clock, round, other, raised, started, due, met, ended, reached);
    }
}
