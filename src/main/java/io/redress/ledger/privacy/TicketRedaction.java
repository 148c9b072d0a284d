package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.CallbackState;
import io.redress.delivery.DeliveryState;
import io.redress.due.DueState;
import io.redress.ledger.StoredJson;
import io.redress.ledger.callback.SqlCallbacks;
import io.redress.ledger.history.RedactionRecords;
import io.redress.ledger.item.ItemQueries;
import io.redress.privacy.RedactedTicket;
import io.redress.privacy.TraceSearch;
import io.redress.ticket.Attachment;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a person out of the rows of a ticket, in the caller's transaction. What is counted stays: figures are the same
 * before and after. Done again it changes nothing.
 */
final class TicketRedaction {

    private static final String OF_TICKET = ItemQueries.OF_TICKET.formatted("= :number");

    /** Rows that say something of a ticket's customer, beside the ticket and its history. */
    private static final List<String> ROWS = List.of(
            """
            update ticket_update set reason = null, body = jsonb_strip_nulls(jsonb_build_object(
              'id', id, 'ticket', ticket_number, 'kind', kind))
            where ticket_number = :number
            """,
            "delete from alias where ticket_number = :number",
            "delete from promise where number in (select number from item where " + OF_TICKET + ")",
            "delete from source_key where item_id in (select id from item where " + OF_TICKET + ")",
            """
            update due_work set state = case when state = %1$s then %2$s else state end,
              note = case when state = %1$s then 'forgotten' end, argument = '', result = null, recipient = null
            where ticket_number = :number and kind <> 'forgotten'
            """.formatted(literals(DueState.DUE), literals(DueState.SKIPPED)),
            """
            delete from callback_place where callback_id in (
              select id from callback where ticket_number = :number and %s)
            """.formatted(SqlCallbacks.IS_OPEN),
            """
            update callback set state = %s, result = 'forgotten'
            where ticket_number = :number and %s
            """.formatted(literals(CallbackState.CANCELLED), SqlCallbacks.IS_OPEN),
            "update callback set phone = null where ticket_number = :number and phone is not null",
            """
            update callback_outcome set note = null, by_whom = null
            where callback_id in (select id from callback where ticket_number = :number)
            """,
            "delete from callback_request where ticket_number = :number",
            "update survey set comment = null where ticket_number = :number",
            """
            update delivery set text = null, note = null,
              state = case when state = %s and not (kind = 'ticket' and attempts > 0) then %s
                           else state end
            where ticket_number = :number
            """.formatted(literals(DeliveryState.WAITING), literals(DeliveryState.CANCELLED)),
            """
            delete from conversation_message where conversation_id in (
              select id from conversation where ticket_number = :number)
            """,
            "update conversation set key = id::text where ticket_number = :number");

    private static final String ITEM = """
            update item set forgotten_at = coalesce(forgotten_at, :now), source_key = null, reason = 'forgotten',
              attributes = '{}', original = '', original_ref = null, original_size = 0
            where
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final EventRedaction events;
    private final RedactionRecords records;
    private final Clock clock;

    TicketRedaction(JdbcClient jdbc, ObjectMapper json, RedactionRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.events = new EventRedaction(jdbc);
        this.records = records;
        this.clock = clock;
    }

    /**
     * Blanks a ticket with its arrivals.
     *
     * @param why for the history; it must say nothing of the person
     * @param cause see {@link io.redress.history.RedactionRecord}
     * @return false when it was forgotten before, or is under legal hold
     */
    boolean blank(String number, TraceSearch traceSearch, String by, String why, String cause) {
        Ticket ticket = jdbc.sql("""
                        select document from ticket where number = ?
                          and not exists (select 1 from legal_hold where ticket_number = number) for update
                        """)
                .param(number)
                .query(String.class)
                .optional()
                .map(document -> json.read(document, Ticket.class))
                .orElse(null);
        if (ticket == null || isBlank(number, ticket)) {
            return false;
        }
        for (String statement : ROWS) {
            jdbc.sql(statement).param("number", number).update();
        }
        jdbc.sql(ITEM + OF_TICKET)
                .param("now", utc(clock.instant()))
                .param("number", number)
                .update();
        events.blank(number);
        jdbc.sql(
                        "update ticket set document = ?::jsonb, remedy = null, forgotten_at = ?, updated_at = ? where number = ?")
                .params(
                        json.written(RedactedTicket.of(ticket, traceSearch)),
                        utc(clock.instant()),
                        utc(clock.instant()),
                        number)
                .update();
        records.forgotten(number, clock.instant(), by, why, cause);
        return true;
    }

    /** New data may have come to a ticket that was forgotten, from somebody who still had its link. */
    private boolean isBlank(String number, Ticket ticket) {
        return ticket.complaint().text().isEmpty()
                && ticket.customer().phones().isEmpty()
                && ticket.customer().emails().isEmpty()
                && ticket.customer().handles().isEmpty()
                && !jdbc.sql("""
                                select exists (select 1 from ticket where number = :number and forgotten_at is null)
                                    or exists (select 1 from item where %s and forgotten_at is null)
                                """.formatted(OF_TICKET))
                        .param("number", number)
                        .query(Boolean.class)
                        .single();
    }

    /** Blanks an arrival that opened no ticket. */
    void blank(UUID item) {
        jdbc.sql("delete from promise where number = (select number from item where id = ?)")
                .param(item)
                .update();
        jdbc.sql("delete from source_key where item_id = ?").param(item).update();
        jdbc.sql("delete from waiting_arrival where item_id = ?").param(item).update();
        jdbc.sql(ITEM + "id = :item")
                .param("now", utc(clock.instant()))
                .param("item", item)
                .update();
    }

    /** The arrivals of a ticket. */
    List<UUID> items(String ticket) {
        return jdbc.sql("select id from item where " + OF_TICKET)
                .param("number", ticket)
                .query(UUID.class)
                .list();
    }

    /** The claim checks of blobs that belong to these tickets and arrivals; to be asked before they are blanked. */
    Set<String> blobs(Set<String> tickets, Set<UUID> items) {
        Set<String> refs =
                new TreeSet<>(jdbc.sql("select original_ref from item where id = any(?) and original_ref is not null")
                        .param(items.toArray(UUID[]::new))
                        .query(String.class)
                        .list());
        jdbc.sql("select document from ticket where number = any(?)")
                .param(tickets.toArray(String[]::new))
                .query(String.class)
                .list()
                .forEach(document -> json.read(document, Ticket.class).complaint().attachments().stream()
                        .map(Attachment::ref)
                        .forEach(refs::add));
        return refs;
    }

    /** Whether an arrival or a ticket that is not forgotten needs a blob. */
    boolean isNeeded(String ref) {
        return jdbc.sql("""
                        select exists (select 1 from item where original_ref = :ref and forgotten_at is null)
                            or exists (select 1 from ticket where forgotten_at is null
                                       and document #> '{complaint,attachments}' @> jsonb_build_array(
                                             jsonb_build_object('ref', cast(:ref as text))))
                        """).param("ref", ref).query(Boolean.class).single();
    }
}
