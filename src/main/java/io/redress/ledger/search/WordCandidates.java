package io.redress.ledger.search;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.search.SearchHit;
import io.redress.search.SearchIndex;
import io.redress.search.SearchKind;
import io.redress.search.SearchRank;
import io.redress.search.SearchWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest tickets that have words, without reading all that have them. The index of words tells no order: of rare words
 * all tickets are read; of common ones those of a stretch of time, from the newest stretch on, each twice as long as the
 * one before, until there are enough.
 */
final class WordCandidates {

    private static final int FIRST_STRETCH = 20_000;

    private static final String HAVING = """
            select ticket_number, received_at, %s as rank from ticket_search
            where words @@ cast(:query as tsquery)
            """;

    private static final String STRETCH = " and received_at <= :upper and received_at > :lower"
            + " order by received_at desc, ticket_number desc limit " + SearchIndex.MOST;

    private static final String BOUND = """
            select received_at from ticket_search where received_at <= :upper
            order by received_at desc offset :rows limit 1
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
        List<SearchHit> some = statement(having + " limit " + (2 * SearchIndex.MOST + 1), query, words)
                .query((row, n) -> hit(row.getString(1), instant(row, "received_at"), row.getInt("rank")))
                .list();
        if (some.size() <= 2 * SearchIndex.MOST) {
            return some; // that is all of them
        }
        List<SearchHit> newest = new ArrayList<>();
        Instant upper = until;
        for (int rows = FIRST_STRETCH; upper != null && newest.size() < SearchIndex.MOST; rows *= 2) {
            Instant lower = bound(upper, rows);
            newest.addAll(statement(having + STRETCH, query, words)
                    .param("upper", utc(upper))
                    .param("lower", utc(lower == null ? Instant.EPOCH : lower))
                    .query((row, n) -> hit(row.getString(1), instant(row, "received_at"), row.getInt("rank")))
                    .list());
            upper = lower;
        }
        return newest;
    }

    private JdbcClient.StatementSpec statement(String sql, String query, List<SearchWord> words) {
        var statement = jdbc.sql(sql).param("query", query).param("named", WordQuery.named(words));
        for (int i = 0; sql.contains(":word0") && i < words.size(); i++) {
            statement = statement.param("word" + i, WordQuery.one(words.get(i)));
        }
        return statement;
    }

    private static SearchHit hit(String number, Instant at, int rank) {
        return new SearchHit(SearchKind.TICKET, number, at, SearchRank.words(rank / 2, rank % 2 == 1));
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
