package io.redress.api.search;

import io.redress.api.InvalidParameterException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.ledger.ListPosition;
import io.redress.search.SearchEntry;
import io.redress.search.SearchPosition;
import io.redress.search.SearchQuery;
import io.redress.search.SearchReach;
import io.redress.search.SearchService;
import io.redress.search.SearchService.Placed;
import io.redress.security.CurrentActor;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found, page by page: the same for the API and the console. */
@Component
public class SearchPages {

    private final SearchService search;

    SearchPages(SearchService search) {
        this.search = search;
    }

    /**
     * A page of what the reader may find.
     *
     * @throws InvalidParameterException when it cannot be looked for
     */
    public Page<SearchEntry> page(@Nullable String q, PageFilter page, @Nullable Principal reader) {
        SearchQuery query = query(q);
        SearchReach reach =
                SearchReach.of(Objects.requireNonNull(CurrentActor.of(reader), "every request has an actor here"));
        Page<Placed> found = page.of(
                (after, most) -> search.find(query, reach, after == null ? null : position(after), most),
                SearchPages::position);
        return new Page<>(found.items().stream().map(Placed::entry).toList(), found.next());
    }

    private SearchQuery query(@Nullable String q) {
        try {
            return search.read(q == null ? "" : q);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("q", "q " + e.getMessage());
        }
    }

    private static SearchPosition position(ListPosition after) {
        try {
            return SearchPosition.read(after.at(), after.key());
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("cursor", "cursor must be the 'next' of an earlier answer, unchanged");
        }
    }

    private static ListPosition position(Placed last) {
        return new ListPosition(last.position().last().at(), last.position().key());
    }
}
