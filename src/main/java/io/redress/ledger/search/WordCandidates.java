package io.redress.ledger.search;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.search.SearchHit;
import io.redress.search.SearchIndex;
import io.redress.search.SearchKind;
import io.redress.search.SearchRank;
import io.redress.search.SearchWord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest tickets that have words, without reading all that have them. The index of words tells no order: of rare words
 * all tickets are read; of common ones those of a stretch of time, from the newest stretch on, each twice as long as the
 * one before, until there are enough.
 */
final class WordCandidates {

    /** Read before all else: where every fifth of them has the words, nothing more is. */
    private static final int LATEST = 5_000;

    private static final int FIRST_STRETCH = 20_000;
    /** The longest stretch whose tickets are read one by one; of later ones, those that have the words. */
    private static final int LAST_READ = 40_000;
    /** Tickets that are found by their words and then sorted. */
    private static final int MOST_SORTED = 10_000;

    private static final String HAVING = """
            select ticket_number, received_at, %s as rank from ticket_search
            where words @@ cast(:query as tsquery)
            """;

    private static final String SOME = """
            with some_of_them as materialized (%%s limit %d)
            select *, (select count(*) from some_of_them) as "all" from some_of_them
            where received_at <= :until
            order by rank desc, received_at desc, ticket_number desc limit %d
            """.formatted(MOST_SORTED + 1, SearchIndex.MOST);

    private static final String STRETCH = " and received_at <= :upper and received_at > :lower"
            + " order by received_at desc, ticket_number desc limit " + SearchIndex.MOST;

    private static final String BOUND = """
            select received_at from ticket_search where received_at <= :upper
            order by received_at desc offset :rows limit 1
            """;

    private static final String SCAN = """
            select set_config('enable_indexscan', :along, true), set_config('enable_bitmapscan', :bitmap, true)
            """;

    private final JdbcClient jdbc;

    WordCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have all words; where there is none, all parts of them; where there is none either, some. */
    List<SearchHit> find(List<SearchWord> words, List<SearchWord> parts, Instant until) {
        List<SearchHit> found = all(words, until);
        if (found.isEmpty() && !parts.equals(words)) {
            found = all(parts, until);
        }
        return found.isEmpty() && parts.size() > 1 ? find(WordQuery.any(parts), count(parts), parts, until) : found;
    }

    private List<SearchHit> all(List<SearchWord> words, Instant until) {
        return find(WordQuery.all(words), String.valueOf(words.size()), words, until);
    }

    /** How many of the words a row has. */
    private static String count(List<SearchWord> words) {
        List<String> has = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            has.add("(words @@ cast(:word" + i + " as tsquery))::int");
        }
        return "(" + String.join(" + ", has) + ")";
    }

    private List<SearchHit> find(String query, String count, List<SearchWord> words, Instant until) {
        String having = HAVING.formatted(count + " * 2 + (words @@ cast(:named as tsquery))::int");
        List<SearchHit> latest = newest(having + STRETCH, query, words, until, LATEST, LATEST);
        if (latest.size() >= SearchIndex.MOST) {
            return latest;
        }
        var all = new AtomicLong();
        List<SearchHit> some = statement(SOME.formatted(having), query, words)
                .param("until", utc(until))
                .query((row, n) -> {
                    all.set(row.getLong("all"));
                    return hit(row);
                })
                .list();
        return all.get() <= MOST_SORTED
                ? some
                : newest(having + STRETCH, query, words, until, FIRST_STRETCH, Integer.MAX_VALUE / 2);
    }

    /** Stretch after stretch, the first and the last of so many tickets, until there are enough. */
    private List<SearchHit> newest(
            String stretch, String query, List<SearchWord> words, Instant until, int first, int last) {
        List<SearchHit> newest = new ArrayList<>();
        Instant upper = until;
        for (int rows = first; upper != null && rows <= last && newest.size() < SearchIndex.MOST; rows *= 2) {
            scan(true);
            Instant lower = bound(upper, rows);
            // where at least one of fifty tickets has them, few are read before there are enough
            scan(rows <= LAST_READ);
            newest.addAll(statement(stretch, query, words)
                    .param("upper", utc(upper))
                    .param("lower", utc(lower == null ? Instant.EPOCH : lower))
                    .query((row, n) -> hit(row))
                    .list());
            upper = lower;
        }
        scan(false);
        return newest;
    }

    /** @param alongTime whether rows are read in the order of their times, else found by their words first */
    private void scan(boolean alongTime) {
        jdbc.sql(SCAN)
                .param("along", alongTime ? "on" : "off")
                .param("bitmap", alongTime ? "off" : "on")
                .query((row, n) -> true)
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, String query, List<SearchWord> words) {
        var statement = jdbc.sql(sql).param("query", query).param("named", WordQuery.named(words));
        for (int i = 0; sql.contains(":word0") && i < words.size(); i++) {
            statement = statement.param("word" + i, WordQuery.one(words.get(i)));
        }
        return statement;
    }

    private static SearchHit hit(ResultSet row) throws SQLException {
        int rank = row.getInt("rank");
        return new SearchHit(
                SearchKind.TICKET,
                row.getString("ticket_number"),
                instant(row, "received_at"),
                SearchRank.words(rank / 2, rank % 2 == 1));
    }

    private @Nullable Instant bound(Instant upper, int rows) {
        return jdbc
                .sql(BOUND)
                .param("upper", utc(upper))
                .param("rows", rows)
                .query((row, n) -> instantOrNull(row, "received_at"))
                .stream()
                .findFirst()
                .orElse(null);
    }
}
