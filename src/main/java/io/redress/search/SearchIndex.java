package io.redress.search;

import io.redress.permission.TicketScope;
import io.redress.privacy.PersonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where tickets and items are looked up. Each look-up gives the newest, at most {@link #MOST}. */
public interface SearchIndex {

    /** How many entries a search considers of each kind. */
    int MOST = 1_000;

    /**
     * Does several look-ups in one view of the data, within the time that a search may take.
     *
     * @throws SearchTimedOut when they take longer
     */
    <T> T together(Lookups<T> lookups);

    /** Look-ups that belong to one search. */
    @FunctionalInterface
    interface Lookups<T> {
        T get();
    }

    /** The ticket of a number, that to which an arrival with the number belongs, and the arrivals that have it. */
    List<SearchHit> byNumber(String number);

    /** The item of an id, and its ticket. */
    List<SearchHit> byItem(UUID id);

    /** The items that their channel calls so. */
    List<SearchHit> bySourceKey(String key);

    /** The tickets of a phone, mail address or handle. */
    List<SearchHit> byPerson(PersonValue person);

    /** The tickets of an order as it was typed, and those that have any of these words of the index. */
    List<SearchHit> byCodes(String typed, List<String> codes);

    /**
     * The tickets that have all the words; where there is none, those that have all the parts; else some of them.
     *
     * @param parts of the words: see {@link SearchQuery#parts}
     * @param until received then or before
     */
    List<SearchHit> byWords(List<SearchWord> words, List<SearchWord> parts, Instant until);

    /** Those of some tickets that are among the tickets of a scope. */
    Set<String> within(TicketScope scope, Collection<String> numbers);

    /** Tickets by their numbers. */
    Map<String, FoundTicket> tickets(Collection<String> numbers);

    /** Items by their ids. */
    Map<String, FoundItem> items(Collection<String> ids);

    /**
     * What a person has.
     *
     * @param count of tickets, at most {@link #MOST}
     * @param name in the newest ticket that has one; null when none has
     */
    record Owned(int count, @Nullable String name) {}

    /** What phones, mail addresses and handles have, by their texts; those without a ticket are left out. */
    Map<String, Owned> ticketsOf(Collection<PersonValue> persons);
}
