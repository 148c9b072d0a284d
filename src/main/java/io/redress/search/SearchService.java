package io.redress.search;

import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.ticket.Customer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One search box for tickets, items and persons: what was typed is looked up as all that it may be. */
public final class SearchService {

    /** Customers of this many of the tickets found by name are listed as persons. */
    private static final int MOST_NAMED = 200;

    private final SearchIndex index;
    private final PhoneNumbers phones;
    private final Clock clock;

    public SearchService(SearchIndex index, PhoneNumbers phones, Clock clock) {
        this.index = index;
        this.phones = phones;
        this.clock = clock;
    }

    /**
     * An entry with its place.
     *
     * @param position after which the next page begins
     */
    public record Placed(SearchEntry entry, SearchPosition position) {}

    /**
     * Reads what was typed.
     *
     * @param typed 2 to 200 characters
     * @throws IllegalArgumentException when it cannot be looked for; the message says why
     */
    public SearchQuery read(String typed) {
        return SearchQuery.read(typed, phones);
    }

    /**
     * What is found, the best first: numbers, persons, orders, then words by how many of them a ticket has, those alike the
     * newest first.
     *
     * @param reach what the reader may find
     * @param after the last of the page before; null for the first page
     * @param most of entries
     * @throws SearchTimedOut when it takes longer than it may
     */
    public List<Placed> find(SearchQuery query, SearchReach reach, @Nullable SearchPosition after, int most) {
        Instant until = after == null ? clock.instant() : after.until();
        return index.together(() -> {
            List<SearchHit> page = reached(hits(query, reach, until), reach).stream()
                    .filter(hit -> after == null || SearchHit.ORDER.compare(hit, after.last()) > 0)
                    .limit(most)
                    .toList();
            return entries(page, query, until);
        });
    }

    /** Nothing else may be counted, or change what stands on a page. */
    private List<SearchHit> reached(List<SearchHit> hits, SearchReach reach) {
        List<SearchHit> some =
                hits.stream().filter(hit -> reach.kinds().contains(hit.kind())).toList();
        if (reach.scope().isAll()) {
            return some;
        }
        Set<String> within = index.within(reach.scope(), keys(some, SearchKind.TICKET));
        return some.stream().filter(hit -> within.contains(hit.key())).toList();
    }

    /** Persons are not looked for where the reader may not find them: that reads tickets. */
    private List<SearchHit> hits(SearchQuery query, SearchReach reach, Instant until) {
        boolean persons = reach.kinds().contains(SearchKind.PERSON);
        Map<String, SearchHit> hits = new HashMap<>();
        if (query.number() != null) {
            add(hits, index.byNumber(query.number()));
        }
        if (query.item() != null) {
            add(hits, index.byItem(query.item()));
        }
        PersonValue person = query.person();
        if (person != null) {
            List<SearchHit> tickets = index.byPerson(person);
            add(hits, tickets);
            tickets.stream()
                    .min(SearchHit.ORDER)
                    .ifPresent(newest -> add(hits, List.of(person(person, newest.at(), newest.rank()))));
        }
        add(hits, index.bySourceKey(query.text()));
        add(hits, index.byCodes(query.text(), query.codes()));
        if (!query.words().isEmpty()) {
            List<SearchHit> found = index.byWords(query.words(), query.parts(), until);
            add(hits, found);
            add(hits, persons ? named(found) : List.of());
        }
        return hits.values().stream()
                .filter(hit -> !hit.at().isAfter(until))
                .sorted(SearchHit.ORDER)
                .toList();
    }

    private static void add(Map<String, SearchHit> hits, Collection<SearchHit> found) {
        found.forEach(hit -> hits.merge(
                hit.kind() + hit.key(),
                hit,
                (one, other) -> other.rank() > one.rank() ? one.ranked(other.rank()) : one));
    }

    private static SearchHit person(PersonValue person, Instant at, int rank) {
        return new SearchHit(SearchKind.PERSON, person.text(), at, rank + SearchRank.ENTRY_OF_PERSON);
    }

    /** The persons whose name has the words: each by a phone, mail address or handle that the newest ticket states. */
    private List<SearchHit> named(List<SearchHit> found) {
        Map<String, SearchHit> newest = new LinkedHashMap<>();
        found.stream()
                .filter(hit -> SearchRank.isNamed(hit.rank()))
                .sorted(SearchHit.ORDER)
                .limit(MOST_NAMED)
                .forEach(hit -> newest.put(hit.key(), hit));
        Map<String, FoundTicket> tickets = index.tickets(newest.keySet());
        Map<String, SearchHit> persons = new LinkedHashMap<>();
        newest.values().forEach(hit -> Optional.ofNullable(tickets.get(hit.key()))
                .flatMap(ticket -> value(ticket.customer()))
                .ifPresent(value -> persons.putIfAbsent(value.text(), person(value, hit.at(), hit.rank()))));
        return List.copyOf(persons.values());
    }

    /** Of those by which a person can be asked for. */
    private Optional<PersonValue> value(Customer customer) {
        return Stream.of(
                        customer.statedPhones().stream()
                                .map(phone -> new PersonValue(Kind.PHONE, PersonValue.withoutExtension(phone))),
                        customer.emails().stream().map(mail -> new PersonValue(Kind.MAIL, mail)),
                        customer.handles().stream().map(handle -> new PersonValue(Kind.HANDLE, handle)))
                .flatMap(values -> values)
                .filter(value -> PersonValue.read(value.text(), phones)
                        .filter(value::equals)
                        .isPresent())
                .findFirst();
    }

    private List<Placed> entries(List<SearchHit> page, SearchQuery query, Instant until) {
        Map<String, FoundTicket> tickets = index.tickets(keys(page, SearchKind.TICKET));
        Map<String, FoundItem> items = index.items(keys(page, SearchKind.ITEM));
        var persons = new FoundPersons(index, phones, keys(page, SearchKind.PERSON));
        List<Placed> entries = new ArrayList<>();
        for (SearchHit hit : page) {
            SearchEntry entry =
                    switch (hit.kind()) {
                        case PERSON -> persons.entry(hit, query);
                        case TICKET -> SearchEntry.of(tickets.get(hit.key()), query);
                        case ITEM -> SearchEntry.of(items.get(hit.key()), query);
                    };
            if (entry != null) {
                entries.add(new Placed(entry, new SearchPosition(hit, until)));
            }
        }
        return entries;
    }

    private static List<String> keys(List<SearchHit> page, SearchKind kind) {
        return page.stream()
                .filter(hit -> hit.kind() == kind)
                .map(SearchHit::key)
                .toList();
    }
}
