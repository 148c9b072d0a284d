package io.redress.ledger.figures;

import io.redress.figures.TimePeriod;
import io.redress.figures.detail.CountedTicket;
import io.redress.figures.detail.FigureSelection;
import io.redress.ledger.ListPosition;
import io.redress.ledger.RecordRows;
import io.redress.ledger.SqlConditions;
import io.redress.ledger.ticket.TicketList;
import io.redress.ledger.ticket.TicketSearch;
import io.redress.permission.TicketScope;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tickets behind a number. */
public final class FigureTickets {

    private static final RowMapper<CountedTicket> ROWS = RecordRows.of(CountedTicket.class);

    /** The scope's conditions name columns of the ticket without an alias. */
    private static final String COUNTED = """
            select %s from (%s) as fact join ticket as t on t.number = fact.ticket_number
            where fact.at >= :from and fact.at < :to and %s = :key and %s = :column
              and t.number in (select number from ticket %s)
            """;

    private static final String COLUMNS = """
            t.number, t.received_at, t.channel, t.category, t.priority, t.status, t.owner, fact.at as counted_at,
            fact.value as value
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public FigureTickets(JdbcClient jdbc, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Up to {@code size} tickets after {@code after}, those that counted last first. A ticket stands there as often as it was
     * counted.
     *
     * @param scope the tickets that the reader may see
     */
    public List<CountedTicket> find(
            FigureSelection selection, TicketScope scope, @Nullable ListPosition after, int size) {
        SqlConditions position = new SqlConditions().after(after, "fact.at", "t.number");
        String more = position.where().replaceFirst("^where", "and");
        return query(COLUMNS, selection, scope, more + " order by fact.at desc, t.number desc limit " + size, position)
                .query(ROWS)
                .list();
    }

    /** How often tickets of a scope were counted. */
    public long count(FigureSelection selection, TicketScope scope) {
        return query("count(*)", selection, scope, "", new SqlConditions())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec query(
            String columns, FigureSelection selection, TicketScope scope, String end, SqlConditions position) {
        SqlConditions allowed = TicketList.conditions(TicketSearch.all(scope));
        String query = COUNTED.formatted(
                columns,
                FactQueries.of(selection.figure().fact()),
                GroupKeys.of(selection.by()),
                GroupKeys.of(selection.across()),
                allowed.where());
        TimePeriod period = selection.period();
        return SqlFigureFacts.period(jdbc.sql(query + end), period, clock.instant(), zone)
                .params(allowed.parameters())
                .params(position.parameters())
                .param("key", selection.key())
                .param("column", selection.column());
    }
}
