package io.redress.lifecycle;

import io.redress.ticket.Priority;
import java.time.Instant;
import java.util.Optional;

/** Where each ticket stands, and the updates that brought it there. */
public interface TicketStatusRepository {

    /**
     * Where a ticket stands.
     *
     * @param received when the hub took the complaint in, by the hub's clock
     * @param since when its status last changed
     * @param level of escalation; 0 is the desk
     * @param round 1, and one more after each reopening
     */
    record CurrentStatus(
            String number,
            TicketStatus status,
            Instant received,
            Instant since,
            int level,
            int round,
            String category,
            Priority priority,
            String owner) {}

    /** Reads where a ticket stands and keeps others from changing it until the transaction ends. */
    Optional<CurrentStatus> locked(String number);

    /** Where a ticket stands now. */
    Optional<CurrentStatus> of(String number);

    /** Writes an update down as applied; false when the ticket has one with this id. */
    boolean take(TicketUpdate update, Instant at, Instant now);

    /** An update that was taken turned out not to apply. */
    void notApplied(TicketUpdate update, TicketLifecycle.Outcome outcome, String reason);

    void owner(String number, String owner);

    void classify(String number, String category, Priority priority);

    /** Raises a ticket to a level; one that is higher already stays there. */
    void escalate(String number, int level);

    /** The status that an update leads to, with its remedy; a ticket that is reopened rises by a level. */
    void change(TicketUpdate update, TicketStatus to, Instant at, int round);
}
