package io.redress.search;

import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The persons of a page. */
final class FoundPersons {

    private final Map<String, PersonValue> values = new HashMap<>();
    private final Map<String, SearchIndex.Owned> owned;

    /** @param keys phones, mail addresses and handles as tickets have them */
    FoundPersons(SearchIndex index, PhoneNumbers phones, Collection<String> keys) {
        keys.forEach(key -> PersonValue.read(key, phones).ifPresent(value -> values.put(key, value)));
        this.owned = index.ticketsOf(values.values());
    }

    /** Null when no ticket is the person's any more. */
    @Nullable
    SearchEntry entry(SearchHit hit, SearchQuery query) {
        PersonValue value = values.get(hit.key());
        SearchIndex.Owned tickets = value == null ? null : owned.get(value.text());
        if (value == null || tickets == null) {
            return null;
        }
        return new SearchEntry(
                SearchKind.PERSON,
                Objects.equals(value, query.person()) ? value.kind().key() : "name",
                null,
                null,
                value.text(),
                tickets.name(),
                null,
                null,
                null,
                null,
                hit.at(),
                tickets.count(),
                null);
    }
}
