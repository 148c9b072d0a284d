package io.redress.ledger.delivery;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.delivery.DeliveryState;
import io.redress.ledger.ListPosition;
import io.redress.privacy.Masking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads deliveries from the ledger. */
public final class DeliveryQueries {

    private static final String WAITING = literals(DeliveryState.WAITING);
    private static final String COUNTS =
            """
            select (select count(*) from delivery where target = :target and state = %1$s) as waiting,
                   (select count(*) from delivery where target = :target and state = %2$s) as refused,
                   (select count(*) from delivery
                    where target = :target and state = %3$s and updated_at >= :hour) as delivered,
                   (select min(planned_at) from delivery where target = :target and state = %1$s) as oldest,
                   error.note, error.updated_at
            from (select 1) one left join lateral
              ((select note, updated_at from delivery
                where target = :target and state = %1$s and note is not null order by updated_at desc limit 1)
               union all
               (select note, updated_at from delivery
                where target = :target and state = %2$s and note is not null order by updated_at desc limit 1)
               order by updated_at desc limit 1) error on true
            """.formatted(WAITING, literals(DeliveryState.REFUSED), literals(DeliveryState.DELIVERED));

    private final JdbcClient jdbc;
    private final Clock clock;

    public DeliveryQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a target's deliveries stand.
     *
     * @param deliveredLastHour the rate
     * @param oldest when the oldest that waits was planned; null when none waits
     * @param error what keeps the last one that failed; null when none does
     */
    public record Counts(
            long waiting,
            long refused,
            long deliveredLastHour,
            @Nullable Instant oldest,
            @Nullable String error,
            @Nullable Instant errorAt) {}

    public Counts counts(String target) {
        return jdbc.sql(COUNTS)
                .param("target", target)
                .param("hour", utc(clock.instant().minus(Duration.ofHours(1))))
                .query((row, n) -> new Counts(
                        row.getLong("waiting"),
                        row.getLong("refused"),
                        row.getLong("delivered"),
                        instantOrNull(row, "oldest"),
                        Masking.all().maskOrNull(row.getString("note")),
                        instantOrNull(row, "updated_at")))
                .single();
    }

    /** Targets that something still waits for, connected or not. */
    public Set<String> waitedFor() {
        return new TreeSet<>(jdbc.sql("select distinct target from delivery where state = " + WAITING)
                .query(String.class)
                .list());
    }

    /** Up to {@code size} deliveries to a target, the last planned first, after a position. */
    public List<DeliveryView> find(
            String target, @Nullable String state, @Nullable String ticket, @Nullable ListPosition after, int size) {
        return jdbc.sql("""
                        select * from delivery
                        where target = :target and (:state::text is null or state = :state)
                          and (:ticket::text is null or ticket_number = :ticket)
                          and (:at::timestamptz is null or (planned_at, id) < (:at::timestamptz, :id::uuid))
                        order by planned_at desc, id desc limit :size
                        """)
                .param("target", target)
                .param("state", state)
                .param("ticket", ticket)
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : UUID.fromString(after.key()))
                .param("size", size)
                .query(DeliveryQueries::view)
                .list();
    }

    private static DeliveryView view(ResultSet row, int index) throws SQLException {
        return new DeliveryView(
                row.getObject("id", UUID.class),
                row.getString("target"),
                row.getString("ticket_number"),
                row.getString("kind"),
                row.getString("status"),
                row.getString("state"),
                row.getInt("attempts"),
                instant(row, "planned_at"),
                instant(row, "due_at"),
                instant(row, "updated_at"),
                Masking.all().maskOrNull(row.getString("note")));
    }
}
