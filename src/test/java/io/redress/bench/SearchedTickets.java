package io.redress.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Tickets of five years that the database writes by itself: names of one surname and one or two characters, each with a phone
 * and an order, every third with a mail address; three of the shipped examples of complaints with a word that few others have.
 */
final class SearchedTickets {

    /** Of some hundred thousand tickets, one has such a word about forty times. */
    static final int RARE_WORDS = 25_000;

    static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧";
    static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰秀珍建国志海波宁欣雨晨梓涵浩宇轩子墨一诺";

    /** Digits of a number in an order that has no relation to that of the tickets, so that values stand anywhere. */
    private static final String TICKETS = """
            insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                first_response_due, resolution_due, document, updated_at, status_since, closed_at)
            select number, gen_random_uuid(), at, 'web', 'web-form', 'quality', 'normal', 'closed', false, 'nobody', at, at,
                   jsonb_build_object(
                     'number', number, 'receivedAt', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                     'channel', jsonb_build_object('name', 'web', 'kind', 'web-form', 'itemId', number),
                     'customer', jsonb_build_object('name', name, 'phones', jsonb_build_array('+86138' || lpad(mixed::text, 8, '0')),
                       'emails', case when n %% 3 = 0 then jsonb_build_array('c' || mixed || '@example.com') else '[]' end,
                       'handles', '[]'::jsonb),
                     'product', jsonb_build_object('orderNo', 'TB' || to_char(at, 'yyyymmdd') || lpad((mixed %% 1000000)::text, 6, '0')),
                     'complaint', jsonb_build_object('text', text, 'language', 'zh-Hans', 'attachments', '[]'::jsonb),
                     'triage', jsonb_build_object('category', 'quality', 'score', 0.9, 'secondScore', 0, 'review', false,
                       'priority', 'normal', 'reasons', '[]'::jsonb),
                     'serviceLevel', jsonb_build_object('policy', 'general', 'firstResponseDue', null, 'resolutionDue', null),
                     'owner', 'nobody', 'links', '{}'::jsonb, 'history', '[]'::jsonb),
                   at, at, at
            from (
              select n, at, mixed, 'R-' || to_char(at, 'yymmdd') || '-' || upper(lpad(to_hex(n), 6, '0')) as number,
                     substr('%s', (1 + mixed %% %d)::int, 1) || substr('%s', (1 + mixed / 7 %% %d)::int, 1)
                       || case when mixed %% 4 = 0 then '' else substr('%3$s', (1 + mixed / 911 %% %4$d)::int, 1) end as name,
                     (select string_agg(e.text, ' ') from bench_example e
                      where e.n in (mixed %% %5$d, mixed / 13 %% %5$d, mixed / 1009 %% %5$d))
                       || ' rare' || mixed %% %6$d as text
              from (select n, n::bigint * 48271 %% 99999989 as mixed, ?::timestamptz + n * interval '157 seconds' as at
                    from generate_series(?::int, ?::int) n) numbered) said
            """;

    private SearchedTickets() {}

    /** @param examples what customers wrote */
    static void examples(Connection connection, List<String> examples) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create unlogged table bench_example (n int primary key, text text)");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into bench_example values (?, ?)")) {
            for (int i = 0; i < examples.size(); i++) {
                insert.setInt(1, i);
                insert.setString(2, examples.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Inserts the tickets from one number to another in a statement. */
    static void insert(Connection connection, int examples, int from, int to) throws SQLException, IOException {
        String sql = TICKETS.formatted(SURNAMES, SURNAMES.length(), GIVEN, GIVEN.length(), examples, RARE_WORDS);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, "2021-12-01T00:00:00Z");
            insert.setInt(2, from);
            insert.setInt(3, to);
            insert.executeUpdate();
        }
    }

    /** The same mixture as in the statement. */
    static long mixed(int n) {
        return n * 48271L % 99_999_989L;
    }
}
