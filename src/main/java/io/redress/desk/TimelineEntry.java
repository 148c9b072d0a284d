package io.redress.desk;

import io.redress.lifecycle.UpdateKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of what happened to a ticket.
 *
 * @param position in the ticket's history, from 0
 * @param who a part of the hub, a person or a system
 * @param what {@code received}, {@code assigned}, {@code delivered} …
 * @param why null when it explains itself
 * @param told what the customer was told of it, as sent; null when nothing was
 * @param item the arrival that caused it; null when none did
 */
public record TimelineEntry(
        int position,
        Instant at,
        String who,
        String what,
        @Nullable String why,
        @Nullable String told,
        @Nullable UUID item) {

    /**
     * Whether it makes another version of the ticket: an update or an arrival. What the hub itself notes, such as a message that
     * was delivered, does not, since nobody's work depends on it.
     */
    public boolean isChange() {
        return item != null || UpdateKind.of(what) != null;
    }

    /** A ticket's version: the position of the last change; -1 before the first. */
    public static int version(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(TimelineEntry::isChange)
                .mapToInt(TimelineEntry::position)
                .max()
                .orElse(-1);
    }
}
