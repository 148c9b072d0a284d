package io.redress.triage;

import io.redress.intake.Arrival;
import io.redress.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * An arrival after triage.
 *
 * @param ticket the ticket that it opens unless the ledger finds that it was here before or follows another one; null
 *     when it is not a complaint
 * @param document the ticket as JSON, checked against the schema; null without a ticket, and for an arrival that is judged
 *     alone, whose route checks it
 */
public record AssessedArrival(
        Arrival arrival, @Nullable Ticket ticket, @Nullable String document) {

    public AssessedArrival(Arrival arrival, @Nullable Ticket ticket) {
        this(arrival, ticket, null);
    }
}
