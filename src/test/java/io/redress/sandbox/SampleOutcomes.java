package io.redress.sandbox;

import java.io.PrintStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the samples, as a table for the terminal. */
final class SampleOutcomes {

    private record Row(String channel, String state, String ticket, String category, String priority, String why) {}

    private final JdbcClient jdbc;

    SampleOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many items have ended, whatever their end. */
    int ended() {
        return jdbc.sql("select count(*) from item where state not in ('received', 'collecting')")
                .query(Integer.class)
                .single();
    }

    void print(PrintStream out) {
        List<Row> rows = jdbc.sql("""
                        select i.channel, i.state, coalesce(i.ticket_number, '') as ticket, coalesce(t.category, '') as category,
                               coalesce(t.priority, '') as priority,
                               case when i.state = 'ticketed' then t.document #>> '{triage,reasons,0}' else i.reason end as why
                        from item i left join ticket t on t.number = i.ticket_number
                        order by i.channel, i.received_at
                        """).query(Row.class).list();
        out.printf("%n%-20s %-10s %-16s %-32s %-8s %s%n", "CHANNEL", "ITEM", "TICKET", "QUEUE", "PRIORITY", "WHY");
        for (Row row : rows) {
            String queue = row.category().isEmpty() ? "" : "complaints." + row.category();
            out.printf(
                    "%-20s %-10s %-16s %-32s %-8s %s%n",
                    row.channel(), row.state(), row.ticket(), queue, row.priority(), firstLine(row.why()));
        }
        out.println();
    }

    private static String firstLine(String why) {
        String line = why == null ? "" : why.lines().findFirst().orElse("");
        return line.length() <= 110 ? line : line.substring(0, 109) + "…";
    }
}
