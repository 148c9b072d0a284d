package io.redress.ledger.delivery;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.delivery.DeliveryState;
import io.redress.delivery.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets deliveries be tried again that ended, and tickets be delivered that the target never was to get. What may have
 * arrived before is looked up first, as at any further attempt.
 */
public final class DeliveryReplay {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    public DeliveryReplay(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What is asked for; null means any.
     *
     * @param ticket a ticket's deliveries, delivered ones included
     * @param from the ticket came in at or after this time
     * @param to the ticket came in before this time
     * @param reason part of the answer with which it was refused
     */
    public record Which(
            @Nullable String ticket,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason) {}

    /** Plans again what a target refused; gives the number of deliveries. */
    public int again(String target, Which which) {
        return jdbc.sql("""
                        update delivery d set state = %s, failures = 0, due_at = :now, leased_until = null,
                                              updated_at = :now
                        from ticket t
                        where d.target = :target and t.number = d.ticket_number
                          and (d.state = %s or d.state = %s and d.ticket_number = :ticket)
                          and (:ticket::text is null or d.ticket_number = :ticket)
                          and (:from::timestamptz is null or t.received_at >= :from)
                          and (:to::timestamptz is null or t.received_at < :to)
                          and (:reason::text is null or strpos(lower(d.note), lower(:reason)) > 0)
                        """.formatted(
                                literals(DeliveryState.WAITING),
                                literals(DeliveryState.REFUSED),
                                literals(DeliveryState.DELIVERED)))
                .param("target", target)
                .param("now", now())
                .param("ticket", which.ticket())
                .param("from", utcOrNull(which.from()))
                .param("to", utcOrNull(which.to()))
                .param("reason", which.reason())
                .update();
    }

    /** Plans tickets of the target's categories that it never was to get, but none of a forgotten customer; gives their number. */
    public int missing(Target target, Which which) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<String> numbers = jdbc.sql("""
                            select number from ticket t
                            where not exists (select 1 from delivery d where d.target = :target
                                              and d.ticket_number = t.number and d.kind = 'ticket')
                              and forgotten_at is null
                              and (:all or category in (:categories))
                              and (:ticket::text is null or number = :ticket)
                              and (:from::timestamptz is null or received_at >= :from)
                              and (:to::timestamptz is null or received_at < :to)
                            order by received_at
                            """)
                    .param("target", target.name())
                    .param("all", target.categories().isEmpty())
                    .param("categories", target.categories().isEmpty() ? List.of("") : target.categories())
                    .param("ticket", which.ticket())
                    .param("from", utcOrNull(which.from()))
                    .param("to", utcOrNull(which.to()))
                    .query(String.class)
                    .list();
            numbers.forEach(number -> plan(target.name(), number));
            return numbers.size();
        }));
    }

    private void plan(String target, String number) {
        jdbc.sql("""
                insert into delivery (id, target, ticket_number, kind, due_at, planned_at, updated_at)
                values (:id, :target, :ticket, 'ticket', :now, :now, :now) on conflict do nothing
                """)
                .param("id", DeliveryPlanner.id(target, number))
                .param("target", target)
                .param("ticket", number)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}
