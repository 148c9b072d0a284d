package io.redress.api.ticket;

import io.redress.ledger.ticket.TicketSummary;
import java.util.List;
import java.util.stream.Stream;

/** Tickets as lines of a table: the members of the list, times in UTC. */
final class TicketColumns {

    static final List<String> NAMES = List.of(
            "number",
            "receivedAt",
            "channel",
            "kind",
            "category",
            "priority",
            "status",
            "review",
            "owner",
            "name",
            "subject",
            "firstResponseDue",
            "resolutionDue",
            "updatedAt",
            "itemId");

    private TicketColumns() {}

    static List<String> of(TicketSummary ticket) {
        return Stream.of(
                        ticket.number(),
                        ticket.receivedAt(),
                        ticket.channel(),
                        ticket.kind(),
                        ticket.category(),
                        ticket.priority(),
                        ticket.status(),
                        ticket.review(),
                        ticket.owner(),
                        ticket.name() == null ? "" : ticket.name(),
                        ticket.subject() == null ? "" : ticket.subject(),
                        ticket.firstResponseDue(),
                        ticket.resolutionDue(),
                        ticket.updatedAt(),
                        ticket.itemId())
                .map(Object::toString)
                .toList();
    }
}
