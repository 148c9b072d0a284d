package io.redress.ledger;

import static io.redress.ledger.Stored.utc;

import io.redress.history.Seal;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code event}: sealed as it is written, see {@link Seal}. */
final class EventRows {

    private EventRows() {}

    /**
     * The first events of a new ticket. They are sealed here, which is cheaper than in the database: their places are
     * known, and nobody else adds to the ticket.
     */
    static void begin(Writes writes, Ticket ticket, String itemId) {
        byte[] before = Seal.beginning();
        int position = 0;
        Set<String> kinds = new HashSet<>();
        for (Event event : ticket.history()) {
            if (kinds.add(event.what())) { // once for each item and kind of event
                String who = Stored.text(event.who());
                String why = Stored.textOrNull(event.why());
                Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
                byte[] salt = Seal.salt();
                byte[] digest = Seal.digest(
                        salt, who, why, null, UUID.fromString(itemId).toString());
                before = Seal.hash(before, ticket.number(), position, at, event.what(), digest);
                writes.add(
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
    static void add(Writes writes, String number, @Nullable String itemId, Event event, @Nullable String told) {
        writes.add(
                """
                insert into event (ticket_number, at, who, what, why, item_id, told)
                select number, ?, ?, ?, ?, ?::uuid, ? from ticket where number = ?
                on conflict (ticket_number, what, item_id) do nothing
                """,
                utc(event.at()),
                Stored.text(event.who()),
                event.what(),
                Stored.textOrNull(event.why()),
                itemId == null ? null : UUID.fromString(itemId),
                Stored.textOrNull(told),
                number);
    }
}
