package io.redress.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A ledger with years of closed tickets in it: copies of tickets that came through the hub just before, with numbers,
 * times and keys of their own, written by the database itself.
 */
final class FilledLedger {

    private static final int TEMPLATES = 500;

    private static final List<String> FILL = List.of("""
            insert into item (id, number, channel, format, received_at, source_key, state, reason, ticket_number,
                              attributes, original, original_ref, original_size, updated_at)
            select f.id, f.number, i.channel, i.format, f.at, 'old-' || f.n, i.state, i.reason, f.number,
                   i.attributes, i.original, i.original_ref, i.original_size, f.at
            from bench_fill f join bench_template t on t.k = f.k join item i on i.id = t.item_id
            """, """
            insert into source_key (channel, key, item_id)
            select t.channel, 'old-' || f.n, f.id from bench_fill f join bench_template t on t.k = f.k
            """, """
            insert into promise (channel, key, body_sha256, number, promised_at)
            select t.channel, 'old-' || f.n, md5(f.number) || md5(f.number), f.number, f.at
            from bench_fill f join bench_template t on t.k = f.k
            """, """
            insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                first_response_due, resolution_due, document, updated_at, status_since,
                                first_response_at, solved_at, closed_at)
            select f.number, f.id, f.at, t.channel, t.kind, t.category, t.priority, 'closed', t.review, t.owner,
                   f.at + interval '1 day', f.at + interval '2 days',
                   t.document || jsonb_build_object('number', f.number), f.at, f.at, f.at, f.at, f.at
            from bench_fill f join bench_template k on k.k = f.k join ticket t on t.number = k.number
            """, """
            insert into event (ticket_number, at, who, what, why, item_id)
            select f.number, f.at, e.who, e.what, e.why, f.id
            from bench_fill f join bench_template t on t.k = f.k join event e on e.ticket_number = t.number
            """, """
            insert into ticket_clock (ticket_number, clock, round, policy, priority, started_at, due_at, met_at, ended_at)
            select f.number, c.clock, c.round, c.policy, c.priority, f.at, f.at + interval '1 day', f.at, f.at
            from bench_fill f join bench_template t on t.k = f.k join ticket_clock c on c.ticket_number = t.number
            """, """
            insert into due_work (id, kind, ticket_number, state, due_at, updated_at)
            select gen_random_uuid(), 'acknowledgement', f.number, 'done', f.at, f.at from bench_fill f
            """);

    private FilledLedger() {}

    /** @return bytes of the database afterwards */
    static long fill(String url, String password, int tickets) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            // The rows refer only to each other, and are synced by the checkpoint at the end.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("create unlogged table bench_template as select row_number() over () - 1 as k, number,"
                    + " item_id, channel from ticket limit " + TEMPLATES);
            statement.execute("""
                    create unlogged table bench_fill as
                    select n, n %% (select count(*) from bench_template) as k, gen_random_uuid() as id,
                           'R-' || to_char(at, 'yymmdd') || '-' || upper(lpad(to_hex(n), 6, '0')) as number, at
                    from (select n, now() - interval '2 years' + n * interval '2 years' / %d as at
                          from generate_series(1, %d) n) numbered
                    """.formatted(tickets, tickets));
            statement.execute("analyze bench_fill");
            statement.execute("analyze bench_template");
            for (String fill : FILL) {
                statement.execute(fill);
            }
            statement.execute("drop table bench_fill, bench_template");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            try (ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1);
            }
        }
    }
}
