package io.redress.ledger.intake;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.ChatMessageListener;
import io.redress.intake.recording.TicketCreation;
import io.redress.intake.recording.TicketOpening;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.servicelevel.SqlSlaClocks;
import io.redress.ledger.ticket.TicketRows;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes new tickets down, each with all that begins with it: one in a round trip, many with one for each table. */
public final class SqlTicketCreation implements TicketCreation {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ItemRows items;
    private final TicketRows tickets;
    private final DueWork agenda;
    private final TicketClocks clocks;
    private final SqlSlaClocks clockRows;
    private final DeliveryPlanner deliveries;
    private final ChatMessageListener messages;
    private final Clock clock;

    public SqlTicketCreation(
            JdbcClient jdbc,
            JdbcOperations batches,
            ItemRows items,
            TicketRows tickets,
            DueWork agenda,
            TicketClocks clocks,
            SqlSlaClocks clockRows,
            DeliveryPlanner deliveries,
            ChatMessageListener messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.items = items;
        this.tickets = tickets;
        this.agenda = agenda;
        this.clocks = clocks;
        this.clockRows = clockRows;
        this.deliveries = deliveries;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void open(List<TicketOpening> openings) {
        var batch = new SqlBatch(jdbc);
        Instant now = clock.instant();
        openings.forEach(opening -> open(batch, opening, now));
        openings.stream()
                .filter(opening -> opening.complaint().kind().equals("chat"))
                // in one order for everybody, so that no two wait for each other
                .sorted(Comparator.comparing(opening ->
                        String.join(" ", opening.complaint().customer().handles())))
                .forEach(this::chat);
        if (openings.size() == 1) {
            batch.send();
        } else {
            batch.sendByStatement(batches);
        }
    }

    private void chat(TicketOpening opening) {
        messages.heard(opening.raw(), opening.complaint().customer().handles());
        messages.fetch(
                opening.ticket().number(), opening.raw(), opening.complaint().media());
    }

    private void open(SqlBatch batch, TicketOpening opening, Instant now) {
        RawMessage raw = opening.raw();
        CanonicalComplaint complaint = opening.complaint();
        Ticket ticket = opening.ticket();
        tickets.open(batch, ticket, opening.document(), raw.id(), complaint.proof(), opening.aliases());
        if (complaint.acknowledge()) {
            agenda.plan(batch, DueWork.ACKNOWLEDGEMENT, ticket.number(), raw.id(), now, "");
        }
        clockRows.start(batch, clocks.opened(ticket));
        DeferredLookups.plan(agenda, batch, ticket, now);
        DeferredScans.plan(agenda, batch, ticket, now);
        deliveries.opened(batch, ticket);
        items.put(batch, raw, complaint.sourceKey(), ItemState.TICKETED, opening.reason(), ticket.number());
    }

    @Override
    public void keep(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, Instant closed, String reason) {
        var batch = new SqlBatch(jdbc);
        tickets.open(batch, ticket, tickets.document(ticket), raw.id(), complaint.proof(), List.of());
        tickets.over(batch, ticket, closed);
        items.put(batch, raw, complaint.sourceKey(), ItemState.IMPORTED, reason, ticket.number());
        batch.send();
    }
}
