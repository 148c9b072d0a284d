package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.history.EventSeal;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code event}: sealed as it is written, see {@link EventSeal}. */
final class EventRows {

    private EventRows() {}

    /**
     * The first events of a new ticket. They are sealed here, which is cheaper than in the database: their places are
     * known, and nobody else adds to the ticket.
     */
    static void begin(SqlBatch batch, Ticket ticket, String itemId) {
        byte[] before = EventSeal.beginning();
        int position = 0;
        Set<String> kinds = new HashSet<>();
        for (Event event : ticket.history()) {
            if (kinds.add(event.what())) { // once for each item and kind of event
                String who = PostgresValues.text(event.who());
                String why = PostgresValues.textOrNull(event.why());
                Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
                byte[] salt = EventSeal.salt();
                byte[] digest = EventSeal.digest(
                        salt, who, why, null, UUID.fromString(itemId).toString());
                before = EventSeal.hash(before, ticket.number(), position, at, event.what(), digest);
                batch.add(
                        """
                        insert into event (ticket_number, position, at, who, what, why, item_id, salt, digest, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        ticket.number(),
                        position++,
                        utc(at),
                        who,
                        event.what(),
                        why,
                        UUID.fromString(itemId),
                        salt,
                        digest,
                        before);
            }
        }
    }

    /** What concerns no ticket, such as a report to the manager, is in no ticket's history. */
    static void add(SqlBatch batch, String number, @Nullable String itemId, Event event, @Nullable String told) {
        batch.add(
                """
                insert into event (ticket_number, at, who, what, why, item_id, told)
                select number, ?, ?, ?, ?, ?::uuid, ? from ticket where number = ?
                on conflict (ticket_number, what, item_id) do nothing
                """,
                utc(event.at()),
                PostgresValues.text(event.who()),
                event.what(),
                PostgresValues.textOrNull(event.why()),
                itemId == null ? null : UUID.fromString(itemId),
                PostgresValues.textOrNull(told),
                number);
    }
}
