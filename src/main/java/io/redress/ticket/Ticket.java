package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The canonical ticket, as {@code config/schema/ticket-v1.schema.json} publishes it.
 *
 * @param number {@code R-yymmdd-XXXXXX}, the same for life; see {@link TicketNumber}
 * @param receivedAt when the hub took the complaint in
 * @param owner who has to act: the category's owner until somebody is assigned
 * @param history oldest first
 */
public record Ticket(
        String number,
        Instant receivedAt,
        Channel channel,
        Customer customer,
        Product product,
        Complaint complaint,
        Triage triage,
        ServiceLevel serviceLevel,
        String owner,
        Links links,
        List<Event> history) {

    public Ticket {
        history = List.copyOf(history);
    }

    /** By the number alone: it is asked for at every step of a route, and the rest is long. */
    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /** The major version of the schema that this ticket follows. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int version() {
        return 1;
    }
}
