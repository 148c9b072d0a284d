package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The canonical ticket, as {@code config/schema/ticket-v1.schema.json} publishes it.
 *
 * @param number {@code R-yymmdd-XXXXXX}, the same for life; see {@link TicketNumber}
 * @param receivedAt when the hub took the complaint in
 * @param owner who has to act: the category's owner until somebody is assigned
 * @param lookups what other systems were asked before it was judged, and what came of it; empty when none is asked
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
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lookup> lookups,
        List<Event> history) {

    public Ticket {
        lookups = lookups == null ? List.of() : List.copyOf(lookups);
        history = List.copyOf(history);
    }

    /** By the number alone: it is asked for at every step of a route, and the rest is long. */
    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /** The same ticket with what a system told later. */
    public Ticket completed(Customer known, Product bought, List<Lookup> asked) {
        return new Ticket(
                number,
                receivedAt,
                channel,
                known,
                bought,
                complaint,
                triage,
                serviceLevel,
                owner,
                links,
                asked,
                history);
    }

    /** The same ticket with what is known of its complaint now. */
    public Ticket withComplaint(Complaint known) {
        return new Ticket(
                number,
                receivedAt,
                channel,
                customer,
                product,
                known,
                triage,
                serviceLevel,
                owner,
                links,
                lookups,
                history);
    }

    /** The same ticket with another history. */
    public Ticket withHistory(List<Event> events) {
        return new Ticket(
                number,
                receivedAt,
                channel,
                customer,
                product,
                complaint,
                triage,
                serviceLevel,
                owner,
                links,
                lookups,
                events);
    }

    /** The major version of the schema that this ticket follows. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int version() {
        return 1;
    }
}
