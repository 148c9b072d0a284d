package io.redress.ledger;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what was over before it came here, as closed tickets with their own dates: no clock, no delivery, no message, no
 * follow-up, and nothing to dispatch.
 */
final class Imports {

    private final JdbcClient jdbc;
    private final TicketRows tickets;
    private final ItemRows items;

    Imports(JdbcClient jdbc, TicketRows tickets, ItemRows items) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.items = items;
    }

    /** Empty when the complaint is not history. */
    Optional<Recorded> keep(RawMessage raw, CanonicalComplaint complaint, @Nullable Ticket ticket) {
        if (ticket == null || !complaint.hints().isHistory()) {
            return Optional.empty();
        }
        Instant closed = complaint.hints().closedAt(ticket.receivedAt(), raw.receivedAt());
        String reason = "kept as a closed ticket in category " + ticket.triage().category();
        var writes = new Writes(jdbc);
        tickets.open(writes, ticket, raw.id(), complaint.proof(), List.of());
        tickets.over(writes, ticket, closed);
        items.put(writes, raw, complaint.sourceKey(), ItemState.IMPORTED, reason, ticket.number());
        writes.send();
        return Optional.of(new Recorded(raw.id(), raw.channel(), ItemState.IMPORTED, reason, ticket.number(), null));
    }
}
