package io.redress.ledger.due;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.due.DueOrder;
import io.redress.due.DueState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims of due work, each for one node and the time of a lease. */
final class DueClaims {

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String DUE = "state = " + literals(DueState.DUE);

    private final JdbcClient jdbc;
    private final Clock clock;

    DueClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Up to {@code limit} pieces of these kinds that are due, oldest first. */
    List<DueOrder> of(List<String> kinds, int limit) {
        return claim("kind in (:kinds)", kinds, limit);
    }

    /** The same of all other kinds. */
    List<DueOrder> but(List<String> kinds, int limit) {
        return claim("kind not in (:kinds)", kinds, limit);
    }

    /** Whether work is still to be done; its row is locked until the transaction ends. */
    boolean isDue(DueOrder order) {
        return jdbc.sql("select 1 from due_work where ticket_number = ? and id = ? and " + DUE + " for update")
                .params(order.ticketNumber(), UUID.fromString(order.id()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private List<DueOrder> claim(String which, List<String> kinds, int limit) {
        return jdbc.sql("""
                        with claimed as (
                          update due_work set leased_until = clock_timestamp() + make_interval(secs => :lease),
                                              attempts = attempts + 1, updated_at = :now
                          where (ticket_number, id) in (
                            select ticket_number, id from due_work
                            where %s and due_at <= :now and %s
                              and (leased_until is null or leased_until < clock_timestamp())
                            order by due_at, id limit :limit for update skip locked)
                          returning id, kind, ticket_number, argument, attempts, due_at)
                        select *, gen_random_uuid() as token from claimed order by due_at, id
                        """.formatted(DUE, which))
                .param("lease", LEASE.toSeconds())
                .param("now", utc(clock.instant()))
                .param("kinds", kinds)
                .param("limit", limit)
                .query((row, n) -> new DueOrder(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("ticket_number"),
                        row.getString("argument"),
                        row.getString("token"),
                        row.getInt("attempts")))
                .list();
    }
}
