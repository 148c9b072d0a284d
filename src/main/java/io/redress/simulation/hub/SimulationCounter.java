package io.redress.simulation.hub;

import static io.redress.ledger.PostgresValues.literals;

import io.redress.due.DueState;
import io.redress.simulation.SimulationCounts;
import io.redress.simulation.SimulationCounts.OfCategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts in the ledger of a simulated hub what a run came to. */
final class SimulationCounter {

    private static final String CATEGORIES = """
            with promise as (
              select ticket_number,
                     count(*) filter (where clock = 'first-response' and decided) as answerable,
                     count(*) filter (where clock = 'first-response' and kept) as answered,
                     count(*) filter (where clock = 'resolution' and decided) as solvable,
                     count(*) filter (where clock = 'resolution' and kept) as solved
              from (select ticket_number, clock, reached >= 100 or met_at is not null as decided,
                           reached < 100 and met_at is not null as kept from ticket_clock) as clocks
              group by ticket_number)
            select category, count(*) as tickets, count(*) filter (where priority = 'urgent') as urgent,
                   count(*) filter (where priority = 'major') as major, sum(answerable) as answerable,
                   sum(answered) as answered, sum(solvable) as solvable, sum(solved) as solved
            from ticket join promise on promise.ticket_number = ticket.number group by category order by category
            """;

    private final JdbcClient jdbc;

    SimulationCounter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sent messages by kind */
    SimulationCounts all(Map<String, Long> sent) {
        return new SimulationCounts(
                categories(),
                counts("select kind, count(*) from ticket group by kind order by kind"),
                counts("select priority, count(*) from ticket group by priority order by priority"),
                counts("select state, count(*) from item group by state order by state"),
                counts("""
                        select why, count(*) from event where what in ('warned', 'breached', 'escalated')
                        group by why, what order by split_part(why, ' ', 1), what = 'escalated',
                                 lpad(regexp_replace(why, '\\D', '', 'g'), 3, '0')
                        """),
                counts("select status, count(*) from ticket group by status order by status"),
                counts("select 'round ' || round, count(*) from ticket where round > 1 group by round order by round"),
                sent,
                counts("""
                        select case state when 'not-sent' then 'not sent: ' || way else state end as fate, count(*)
                        from survey group by fate order by fate
                        """),
                counts(
                        "select 'CSAT ' || csat, count(*) from survey where csat is not null group by csat order by csat"),
                problems());
    }

    private List<OfCategory> categories() {
        return jdbc.sql(CATEGORIES)
                .query((row, n) -> new OfCategory(
                        row.getString("category"),
                        row.getLong("tickets"),
                        row.getLong("urgent"),
                        row.getLong("major"),
                        row.getLong("answerable"),
                        row.getLong("answered"),
                        row.getLong("solvable"),
                        row.getLong("solved")))
                .list();
    }

    private Map<String, Long> problems() {
        return counts("""
                select 'item ' || state as problem, count(*) from item where state in ('failed', 'invalid') group by state
                union all
                select 'update ' || kind || ' ' || outcome, count(*) from ticket_update
                where outcome <> 'applied' group by kind, outcome
                union all
                select 'due work ' || kind || ' failed', count(*) from due_work where state = %s group by kind
                order by problem
                """.formatted(literals(DueState.FAILED)));
    }

    private Map<String, Long> counts(String sql) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
