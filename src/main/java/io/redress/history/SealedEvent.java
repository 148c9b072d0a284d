package io.redress.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history with its seal, as it is stored.
 *
 * @param id of the row, for a person to find it
 * @param position in its ticket: 0, 1, 2 …
 * @param at counts in microseconds; what is below them is not sealed
 * @param told what of it the customer may read
 * @param itemId the arrival that caused it, in the canonical form of RFC 9562
 * @param salt null once the event is blanked
 */
@SuppressWarnings("ArrayRecordComponent") // read row by row, never compared
public record SealedEvent(
        long id,
        String ticket,
        int position,
        Instant at,
        String who,
        String what,
        @Nullable String why,
        @Nullable String told,
        @Nullable String itemId,
        byte @Nullable [] salt,
        byte[] digest,
        byte[] hash) {}
