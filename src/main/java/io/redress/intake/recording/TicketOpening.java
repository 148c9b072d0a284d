package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import java.util.List;

/**
 * A new ticket and what it is opened for.
 *
 * @param document what {@link KnownTickets#document} makes of the ticket
 * @param aliases names by which later arrivals may refer to it
 */
public record TicketOpening(
        RawMessage raw, CanonicalComplaint complaint, Ticket ticket, String document, List<String> aliases) {

    public TicketOpening {
        aliases = List.copyOf(aliases);
    }

    /** Why the item ended as it did, for an operator to read. */
    public String reason() {
        return "opened in category " + ticket.triage().category();
    }

    RecordedItem recorded() {
        return RecordedItem.opened(raw, reason(), ticket, document);
    }
}
