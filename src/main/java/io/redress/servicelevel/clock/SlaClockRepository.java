package io.redress.servicelevel.clock;

import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.SlaClock;
import io.redress.ticket.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clocks of all tickets, and their pauses. */
public interface SlaClockRepository {

    /** Keeps clocks and puts their first marks on the agenda; those that were started before stay as they are. */
    void start(List<StartedClock> started);

    /** One clock, kept from others until the caller's transaction ends. */
    Optional<TicketClock> locked(String ticket, SlaClock.Clock clock, int round);

    /** The clocks of a ticket, those of the last round first. */
    List<TicketClock> of(String ticket);

    /** The clocks of a ticket that run, kept from others until the caller's transaction ends. */
    List<TicketClock> running(String ticket);

    /** Tickets with a running clock, a page at a time in the order of their numbers. */
    List<String> tickets(String after, int limit);

    /** Another policy, priority or due time of a clock; the ticket shows the time. */
    void due(TicketClock clock, String policy, Priority priority, @Nullable Instant due);

    /** Puts a due time where the ticket shows it. */
    void shown(String ticket, SlaClock.Clock clock, @Nullable Instant due);

    void reached(TicketClock clock, int mark);

    /** Stops clocks of a ticket that still run; {@code met} says whether what they promise was done. */
    void end(String ticket, SlaClock.Clock clock, Instant at, boolean met);

    void pause(String ticket, Instant at, String reason);

    void resume(String ticket, Instant at);

    /** The pauses of a ticket in the order of time, the last one perhaps without an end. */
    List<ClockPause> pauses(String ticket);
}
