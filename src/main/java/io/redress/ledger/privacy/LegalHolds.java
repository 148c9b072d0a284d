package io.redress.ledger.privacy;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ticket.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tickets of which nothing may be removed, neither on demand nor by age. */
public final class LegalHolds {

    private static final RowMapper<Hold> HOLDS = RecordRows.of(Hold.class);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final TicketRows tickets;
    private final Clock clock;

    public LegalHolds(TransactionOperations transaction, JdbcClient jdbc, TicketRows tickets, Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Why a ticket is kept, since when, and who said so. */
    public record Hold(String ticket, String reason, Instant placedAt, String placedBy) {}

    public Optional<Hold> find(String ticket) {
        return jdbc.sql("select ticket_number as ticket, * from legal_hold where ticket_number = ?")
                .param(ticket)
                .query(HOLDS)
                .optional();
    }

    /** Places a hold, or gives the one that is there another reason; false when there is no such ticket. */
    public boolean place(String ticket, String reason, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean there = jdbc.sql("select number from ticket where number = ? for update")
                    .param(ticket)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (there) {
                jdbc.sql("""
                        insert into legal_hold (ticket_number, reason, placed_at, placed_by) values (?, ?, ?, ?)
                        on conflict (ticket_number) do update set reason = excluded.reason
                        """)
                        .params(ticket, PostgresValues.text(reason), utc(clock.instant()), PostgresValues.text(by))
                        .update();
                tickets.happened(ticket, new Event(clock.instant(), by, "legal hold placed", reason), null);
            }
            return there;
        }));
    }

    /** Ends a hold; false when there is none. */
    public boolean end(String ticket, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ended = jdbc.sql("delete from legal_hold where ticket_number = ?")
                            .param(ticket)
                            .update()
                    > 0;
            if (ended) {
                tickets.happened(ticket, new Event(clock.instant(), by, "legal hold ended", null), null);
            }
            return ended;
        }));
    }
}
