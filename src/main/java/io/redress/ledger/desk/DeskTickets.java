package io.redress.ledger.desk;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.desk.DeskTicket;
import io.redress.desk.WorkList;
import io.redress.ledger.ListPosition;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import io.redress.ledger.ticket.TicketList;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.ledger.ticket.TicketSummary;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work lists of tickets and how long each is. */
public final class DeskTickets {

    private static final RowMapper<DeskTicket> ROWS = RecordRows.of(DeskTicket.class);

    private static final String ROW = """
            select number, received_at, channel, category, priority, status, review, owner, level,
                   document #>> '{customer,name}' as name,
                   coalesce(document #>> '{complaint,subject}', left(document #>> '{complaint,text}', 200)) as subject,
                   %s as due
            from ticket
            """.formatted(DeskConditions.DUE);

    private static final String NEWEST_FIRST = " order by received_at desc, number desc";
    private static final String DUE_FIRST = " order by " + DeskConditions.DUE + ", number";

    private static final String COUNTS = "select "
            + Arrays.stream(WorkList.values())
                    .filter(list -> list != WorkList.ALL)
                    .map(list -> "count(*) filter (where " + DeskConditions.clause(list) + ") as " + column(list))
                    .collect(Collectors.joining(", "))
            + " from ticket ";

    private final TicketList tickets;
    private final JdbcClient jdbc;

    public DeskTickets(TicketList tickets, JdbcClient jdbc) {
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    /**
     * Up to {@code size} tickets of a list after {@code after}: for lists by due time a position is a due time, for others that of an arrival.
     *
     * @throws TicketList.TookTooLong when it takes longer than a search may
     */
    public List<DeskTicket> find(DeskSearch search, @Nullable ListPosition after, int size) {
        return tickets.query(
                ROW, DeskConditions.of(search, after), order(search) + " limit " + size, sql -> sql.query(ROWS)
                        .list());
    }

    /** The ticket of that number, if there is one. */
    public Optional<DeskTicket> find(String number) {
        return jdbc.sql(ROW + "where number = ?").param(number).query(ROWS).optional();
    }

    /**
     * Gives all tickets of a list in its order, of which a few hundred are in memory at a time.
     *
     * @throws TicketList.TookTooLong when the first takes longer than a search may
     */
    public void each(DeskSearch search, Consumer<TicketSummary> taker) {
        tickets.each(DeskConditions.of(search, null), order(search), taker);
    }

    /** How many tickets a reader has in each list but {@link WorkList#ALL}. */
    public Map<WorkList, Long> counts(DeskReader reader, Instant now) {
        SqlConditions conditions =
                TicketList.conditions(TicketSearch.all(reader.scope())).and(DeskConditions.IN_WORK, "now", utc(now));
        DeskConditions.parameters(reader, conditions);
        return jdbc.sql(COUNTS + conditions.where())
                .params(conditions.parameters())
                .query((row, n) -> {
                    Map<WorkList, Long> counts = new EnumMap<>(WorkList.class);
                    for (WorkList list : WorkList.values()) {
                        if (list != WorkList.ALL) {
                            counts.put(list, row.getLong(column(list)));
                        }
                    }
                    return counts;
                })
                .single();
    }

    /**
     * A customer's tickets, the newest first.
     *
     * @param keys of the customer, such as {@code phone:+8613800138000} or {@code mail:li@example.com}
     * @param scope the tickets that the reader may see
     */
    public List<DeskTicket> ofCustomer(List<String> keys, TicketScope scope, int size) {
        SqlConditions conditions = TicketList.conditions(TicketSearch.all(scope))
                .and("ticket_keys(document) && cast(:keys as text[])", "keys", PostgresValues.texts(keys));
        return keys.isEmpty()
                ? List.of()
                : tickets.query(ROW, conditions, NEWEST_FIRST + " limit " + size, sql -> sql.query(ROWS)
                        .list());
    }

    /** Everybody who owns a ticket that is in work, in alphabetical order. */
    public List<String> owners() {
        return distinct("owner");
    }

    /** The channels through which the tickets came that are in work, in alphabetical order. */
    public List<String> channels() {
        return distinct("channel");
    }

    private List<String> distinct(String column) {
        return jdbc.sql("select distinct %1$s from ticket where %2$s order by %1$s limit 200"
                        .formatted(column, DeskConditions.IN_WORK))
                .query(String.class)
                .list();
    }

    private static String order(DeskSearch search) {
        return search.list().isByDue() ? DUE_FIRST : NEWEST_FIRST;
    }

    private static String column(WorkList list) {
        return "in_" + list.name().toLowerCase(java.util.Locale.ROOT);
    }
}
