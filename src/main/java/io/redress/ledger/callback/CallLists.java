package io.redress.ledger.callback;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.callback.CallSlot;
import io.redress.callback.list.CallListEntry;
import io.redress.callback.list.CallListLayout;
import io.redress.callback.list.CallListLayouts;
import io.redress.callback.list.CallListWriter;
import io.redress.callback.workflow.Callback;
import io.redress.callback.workflow.CallbackTicket;
import io.redress.callback.workflow.CallbackTickets;
import io.redress.settings.ticket.CallListSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lists for diallers. What a list holds is decided first, in the ledger, where each call belongs to one list; then its file
 * is written, by one node at a time, until it is whole. A list that a crash left unfinished is written again under its name.
 */
public final class CallLists {

    private static final int MOST = 10_000;
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('redress.call-lists'))";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'callbacks-'yyyyMMdd-HHmmss'-'", Locale.ENGLISH);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final CallbackTickets tickets;
    private final Supplier<CallListLayouts> layouts;
    private final CallListSettings plan;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the times in the files' names */
    public CallLists(
            TransactionOperations transaction,
            JdbcClient jdbc,
            CallbackTickets tickets,
            Supplier<CallListLayouts> layouts,
            CallListSettings plan,
            ZoneId zone,
            Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.layouts = layouts;
        this.plan = plan;
        this.zone = zone;
        this.clock = clock;
    }

    /** Begins a list when it is time for one, and gives those that are to be written now, by this node. */
    public List<CallList> claim() {
        if (plan.layout().isBlank()) {
            return List.of();
        }
        transaction.executeWithoutResult(status -> begin());
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("""
                        update call_list set leased_until = clock_timestamp() + make_interval(secs => ?)
                        where id in (select id from call_list
                                     where written_at is null and (leased_until is null or leased_until < clock_timestamp())
                                     order by created_at limit 10 for update skip locked)
                        returning id, layout, name
                        """)
                .param(LEASE.toSeconds())
                .query((row, n) ->
                        new CallList(row.getObject("id", UUID.class), row.getString("layout"), row.getString("name")))
                .list()));
    }

    /** The bytes of a list's file: its calls that are still to be made. */
    public byte[] content(CallList list) {
        CallListLayout layout = layouts.get().get(list.layout());
        List<CallListEntry> lines =
                jdbc
                        .sql("""
                        select c.id, a.attempt, c.ticket_number, a.slot_from, a.slot_until, c.reason, c.phone
                        from callback_attempt a join callback c on c.id = a.callback_id and c.attempt = a.attempt
                        where a.list_id = ? and c.%s order by a.slot_from, c.id
                        """.formatted(SqlCallbacks.IS_OPEN))
                        .param(list.id())
                        .query((row, n) -> line(row))
                        .list()
                        .stream()
                        .flatMap(Stream::ofNullable)
                        .toList();
        return new CallListWriter(layout).write(lines);
    }

    /** The file is whole and in its place. */
    public void written(CallList list) {
        jdbc.sql("update call_list set written_at = ?, leased_until = null where id = ?")
                .params(utc(clock.instant()), list.id())
                .update();
    }

    private void begin() {
        jdbc.sql(ONE_AT_A_TIME).query((row, n) -> "").list();
        Instant now = clock.instant();
        boolean early = jdbc.sql("select exists (select 1 from call_list where created_at > ?)")
                .param(utc(now.minus(plan.every())))
                .query(Boolean.class)
                .single();
        if (early) {
            return;
        }
        UUID id = UUID.randomUUID();
        String ending = layouts.get().get(plan.layout()).extension();
        String name = NAME.format(now.atZone(zone)) + id.toString().substring(0, 8) + ending;
        jdbc.sql("insert into call_list (id, layout, name, created_at) values (?, ?, ?, ?)")
                .params(id, plan.layout(), name, utc(now))
                .update();
        int calls = jdbc.sql("""
                        update callback_attempt set list_id = :list where (callback_id, attempt) in (
                          select a.callback_id, a.attempt
                          from callback_attempt a join callback c on c.id = a.callback_id and c.attempt = a.attempt
                          where a.list_id is null and a.outcome is null and c.%s
                            and a.slot_from < :ahead and a.slot_until > :now
                          order by a.slot_from limit :most for update of a skip locked)
                        """.formatted(SqlCallbacks.IS_OPEN))
                .param("list", id)
                .param("ahead", utc(now.plus(plan.every())))
                .param("now", utc(now))
                .param("most", MOST)
                .update();
        if (calls == 0) {
            jdbc.sql("delete from call_list where id = ?").param(id).update();
        }
    }

    private @Nullable CallListEntry line(ResultSet row) throws SQLException {
        CallbackTicket ticket = tickets.find(row.getString("ticket_number")).orElseThrow();
        String given = row.getString("phone");
        String phone = Callback.phoneFor(ticket, given);
        return phone == null
                ? null
                : new CallListEntry(
                        row.getObject("id", UUID.class),
                        row.getInt("attempt"),
                        ticket.number(),
                        ticket.name(),
                        phone,
                        new CallSlot(instant(row, "slot_from"), instant(row, "slot_until")),
                        Callback.told(row.getString("reason"), given),
                        ticket.remedy(),
                        ticket.subject(),
                        ticket.language(),
                        ticket.owner());
    }
}
