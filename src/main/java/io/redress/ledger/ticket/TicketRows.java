package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.SenderVerification;
import io.redress.intake.recording.KnownTickets;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.StoredJson;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.Event;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code ticket}, {@code event} and {@code alias}. */
public final class TicketRows implements KnownTickets, TicketHistory {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    public TicketRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.clock = clock;
    }

    /**
     * Stores a new ticket with its history so far, and the names by which later arrivals may refer to it.
     *
     * @param document what {@link #document} makes of the ticket
     */
    public void open(
            SqlBatch batch,
            Ticket ticket,
            String document,
            String itemId,
            SenderVerification proof,
            List<String> aliases) {
        batch.add(
                """
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review,
                                    owner, first_response_due, resolution_due, document, updated_at, status_since,
                                    sender_proof)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                ticket.number(),
                UUID.fromString(itemId),
                utc(ticket.receivedAt()),
                ticket.channel().name(),
                ticket.channel().kind(),
                ticket.triage().category(),
                ticket.triage().priority().key(),
                TicketStatus.RECEIVED.key(),
                ticket.triage().review(),
                ticket.owner(),
                utc(ticket.serviceLevel().firstResponseDue()),
                utc(ticket.serviceLevel().resolutionDue()),
                document,
                utc(clock.instant()),
                utc(ticket.receivedAt()),
                proof.key());
        EventRows.begin(batch, ticket, itemId);
        alias(batch, aliases, ticket.number());
    }

    /** A new ticket was closed elsewhere, before it came here. */
    public void over(SqlBatch batch, Ticket ticket, Instant closed) {
        batch.add(
                "update ticket set status = ?, status_since = ?, closed_at = ? where number = ?",
                TicketStatus.CLOSED.key(),
                utc(closed),
                utc(closed),
                ticket.number());
    }

    @Override
    public void alias(List<String> aliases, String number) {
        var batch = new SqlBatch(jdbc);
        alias(batch, aliases, number);
        batch.send();
    }

    private static void alias(SqlBatch batch, List<String> aliases, String number) {
        for (String alias : aliases) {
            batch.add(
                    "insert into alias (alias, ticket_number) values (?, ?) on conflict do nothing",
                    PostgresValues.text(alias),
                    number);
        }
    }

    @Override
    public void oneAtATime(List<String> names) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(name) from (
                          select distinct hashtextextended(name, 0) as name from unnest(?) name order by 1) names
                        """).param(PostgresValues.texts(names)).query((row, n) -> true).list();
    }

    @Override
    public Ticket opened(String number) {
        Ticket ticket = jdbc.sql("select document from ticket where number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(document -> json.read(document, Ticket.class))
                .orElseThrow(() -> new IllegalStateException("ticket " + number + " is not in the ledger"));
        List<Event> history = jdbc.sql("""
                        select at, who, what, why from event
                        where ticket_number = ? and item_id = ? order by position
                        """)
                .params(number, UUID.fromString(ticket.channel().itemId()))
                .query((row, n) -> new Event(
                        instant(row, "at"), row.getString("who"), row.getString("what"), row.getString("why")))
                .list();
        return ticket.withHistory(history);
    }

    /** As {@link #opened}, and nobody else changes the ticket before the transaction ends. */
    public Ticket locked(String number) {
        jdbc.sql("select number from ticket where number = ? for update")
                .param(number)
                .query(String.class)
                .single();
        return opened(number);
    }

    /** What another system told later about its customer and product. */
    public void complete(Ticket ticket) {
        jdbc.sql("update ticket set document = ?::jsonb, updated_at = ? where number = ?")
                .params(document(ticket), utc(clock.instant()), ticket.number())
                .update();
    }

    @Override
    public void review(String number) {
        jdbc.sql("update ticket set review = true, updated_at = ? where number = ?")
                .params(utc(clock.instant()), number)
                .update();
    }

    @Override
    public String document(Ticket ticket) {
        return json.written(ticket);
    }

    @Override
    public TicketStatus status(String number) {
        return KeyedEnum.known(
                TicketStatus.class,
                jdbc.sql("select status from ticket where number = ?")
                        .param(number)
                        .query(String.class)
                        .single());
    }

    @Override
    public void happened(String number, @Nullable String itemId, String what, @Nullable String why) {
        add(number, itemId, new Event(clock.instant(), "hub", what, why), null);
    }

    @Override
    public void happened(String number, Event event, @Nullable String told) {
        add(number, null, event, told);
    }

    private void add(String number, @Nullable String itemId, Event event, @Nullable String told) {
        var batch = new SqlBatch(jdbc);
        EventRows.add(batch, number, itemId, event, told);
        batch.send();
    }
}
