package io.redress.channel.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A page of a feed.
 *
 * @param items in the feed's order
 * @param next the cursor of the next page; empty where the answer gives none
 * @param more false where the answer says that there is none, whatever its cursor
 * @param refused whether it gives one that must be neither requested nor kept
 */
public record FeedPage(List<FeedItem> items, String next, boolean more, boolean refused) {

    public FeedPage {
        items = List.copyOf(items);
    }

    FeedPage withoutNext() {
        return new FeedPage(items, "", more, true);
    }

    /** The latest change on it; {@code otherwise} where no item says when it was changed, and never later than {@code now}. */
    Instant newest(Instant otherwise, Instant now) {
        return items.stream()
                .map(FeedItem::time)
                .filter(Objects::nonNull)
                .map(time -> time.isAfter(now) ? now : time)
                .max(Instant::compareTo)
                .orElse(otherwise);
    }

    /** Whether all items were changed before a time; false for a page without items. */
    boolean isBefore(Instant limit) {
        return !items.isEmpty() && items.stream().allMatch(item -> item.isBefore(limit));
    }
}
