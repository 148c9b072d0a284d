package io.redress.ledger.search;

import static io.redress.ledger.PostgresValues.instant;

import io.redress.ledger.PostgresValues;
import io.redress.permission.TicketScope;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.search.FoundItem;
import io.redress.search.FoundTicket;
import io.redress.search.SearchField;
import io.redress.search.SearchHit;
import io.redress.search.SearchIndex;
import io.redress.search.SearchKind;
import io.redress.search.SearchRank;
import io.redress.search.SearchWord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks tickets and items up by their indices; no look-up reads a whole table. */
public final class SqlSearchIndex implements SearchIndex {

    private static final String NEWEST = " order by received_at desc limit " + MOST;

    private static final String BY_NUMBER = """
            select 'TICKET' as kind, number as key, received_at from ticket where number = :number
            union
            select 'TICKET', t.number, t.received_at from item i join ticket t on t.number = i.ticket_number
              where i.number = :number
            union
            select 'ITEM', id::text, received_at from item
              where number = :number and ticket_number is distinct from number
            """;

    private static final String BY_ITEM = """
            select 'ITEM' as kind, id::text as key, received_at from item where id = :id
            union all
            select 'TICKET', t.number, t.received_at from item i join ticket t on t.number = i.ticket_number
              where i.id = :id
            """;

    private static final String BY_SOURCE_KEY =
            "select 'ITEM' as kind, id::text as key, received_at from item where source_key = :key" + NEWEST;

    private static final String BY_KEY = """
            select 'TICKET' as kind, number as key, received_at from ticket
            where ticket_keys(document) @> array[:key]::text[]
            """ + NEWEST;

    private static final String BY_WORD = """
            select 'TICKET' as kind, ticket_number as key, received_at from ticket_search
            where words @@ cast(:query as tsquery)
            """ + NEWEST;

    private final JdbcClient jdbc;
    private final SearchTransaction transaction;
    private final WordCandidates candidates;
    private final FoundRows rows;

    /** @param limit of each look-up */
    public SqlSearchIndex(JdbcClient jdbc, TransactionTemplate transaction, FoundRows rows, Duration limit) {
        this.jdbc = jdbc;
        this.transaction = new SearchTransaction(jdbc, transaction, limit);
        this.candidates = new WordCandidates(jdbc);
        this.rows = rows;
    }

    @Override
    public <T> T together(Lookups<T> lookups) {
        return transaction.run(lookups);
    }

    @Override
    public List<SearchHit> byNumber(String number) {
        return hits(jdbc.sql(BY_NUMBER).param("number", number), SearchRank.NUMBER);
    }

    @Override
    public List<SearchHit> byItem(UUID id) {
        return hits(jdbc.sql(BY_ITEM).param("id", id), SearchRank.NUMBER);
    }

    @Override
    public List<SearchHit> bySourceKey(String key) {
        return hits(jdbc.sql(BY_SOURCE_KEY).param("key", PostgresValues.text(key)), SearchRank.SOURCE_KEY);
    }

    @Override
    public List<SearchHit> byPerson(PersonValue person) {
        return person.kind() == Kind.HANDLE
                ? byWord(List.of(SearchField.HANDLE.of(person.text())), SearchRank.PERSON)
                : byKey(key(person), SearchRank.PERSON);
    }

    @Override
    public List<SearchHit> byCodes(String typed, List<String> codes) {
        List<SearchHit> found = new ArrayList<>(byKey("order:" + typed.toLowerCase(Locale.ROOT), SearchRank.CODE));
        if (!codes.isEmpty()) {
            found.addAll(byWord(codes, SearchRank.CODE));
        }
        return found;
    }

    @Override
    public List<SearchHit> byWords(List<SearchWord> words, List<SearchWord> parts, Instant until) {
        return candidates.find(words, parts, until);
    }

    @Override
    public Set<String> within(TicketScope scope, Collection<String> numbers) {
        return rows.within(scope, numbers);
    }

    @Override
    public Map<String, FoundTicket> tickets(Collection<String> numbers) {
        return rows.tickets(numbers);
    }

    @Override
    public Map<String, FoundItem> items(Collection<String> ids) {
        return rows.items(ids);
    }

    @Override
    public Map<String, Owned> ticketsOf(Collection<PersonValue> persons) {
        return persons.stream()
                .map(person -> Map.entry(person.text(), byPerson(person)))
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, found -> owned(found.getValue()), (one, other) -> one));
    }

    private Owned owned(List<SearchHit> tickets) {
        List<String> numbers = tickets.stream().map(SearchHit::key).toList();
        return new Owned(tickets.size(), rows.newestName(numbers));
    }

    private List<SearchHit> byKey(String key, int rank) {
        return hits(jdbc.sql(BY_KEY).param("key", PostgresValues.text(key)), rank);
    }

    private List<SearchHit> byWord(List<String> codes, int rank) {
        return hits(jdbc.sql(BY_WORD).param("query", WordQuery.anyOf(codes)), rank);
    }

    /** As {@code ticket_keys} makes it. */
    private static String key(PersonValue person) {
        return (person.kind() == Kind.PHONE ? "phone:" : "mail:") + person.text();
    }

    private static List<SearchHit> hits(JdbcClient.StatementSpec statement, int rank) {
        return statement
                .query((row, n) -> new SearchHit(
                        SearchKind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        instant(row, "received_at"),
                        rank))
                .list();
    }
}
