package io.redress.intake.recording;

import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets that are there, as far as arrivals concern them. */
public interface KnownTickets {

    /** A ticket as it was opened, with the history that its opening made: the same whenever it is dispatched again. */
    Ticket opened(String number);

    /** A ticket as JSON, as it is stored and sent. */
    String document(Ticket ticket);

    TicketStatus status(String number);

    /** Lets later arrivals find the ticket under these names; the first ticket to have a name keeps it. */
    void alias(List<String> aliases, String number);

    /**
     * Lets nobody else who has or looks for one of these names go on before the transaction ends; what they wrote down
     * is seen from then on. In one order for everybody, so that no two wait for each other.
     */
    void oneAtATime(List<String> names);

    /** A person is to look at it. */
    void review(String number);

    /** Adds to a ticket's history, once for each item and kind of event. */
    void happened(String number, @Nullable String itemId, String what, @Nullable String why);
}
