package io.redress.ledger;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.TicketOpenings;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes new tickets down, each with all that begins with it, in one round trip. */
public final class SqlTicketOpenings implements TicketOpenings {

    private final JdbcClient jdbc;
    private final ItemRows items;
    private final TicketRows tickets;
    private final DueWork agenda;
    private final TicketClocks clocks;
    private final SqlClocks clockRows;
    private final DeliveryPlans deliveries;
    private final Clock clock;

    public SqlTicketOpenings(
            JdbcClient jdbc,
            ItemRows items,
            TicketRows tickets,
            DueWork agenda,
            TicketClocks clocks,
            SqlClocks clockRows,
            DeliveryPlans deliveries,
            Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.tickets = tickets;
        this.agenda = agenda;
        this.clocks = clocks;
        this.clockRows = clockRows;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void open(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, List<String> aliases, String reason) {
        var writes = new Writes(jdbc);
        Instant now = clock.instant();
        tickets.open(writes, ticket, raw.id(), complaint.proof(), aliases);
        if (complaint.acknowledge()) {
            agenda.plan(writes, DueWork.ACKNOWLEDGEMENT, ticket.number(), raw.id(), now, "");
        }
        clockRows.start(writes, clocks.opened(ticket));
        LaterLookups.plan(agenda, writes, ticket, now);
        LaterScans.plan(agenda, writes, ticket, now);
        deliveries.opened(writes, ticket);
        items.put(writes, raw, complaint.sourceKey(), ItemState.TICKETED, reason, ticket.number());
        writes.send();
    }

    @Override
    public void keep(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, Instant closed, String reason) {
        var writes = new Writes(jdbc);
        tickets.open(writes, ticket, raw.id(), complaint.proof(), List.of());
        tickets.over(writes, ticket, closed);
        items.put(writes, raw, complaint.sourceKey(), ItemState.IMPORTED, reason, ticket.number());
        writes.send();
    }
}
