package io.redress.intake.recording;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items: what arrived, and how each ended. */
public interface Items {

    /**
     * An item that came under a source key first.
     *
     * @param ticket that it led to; null while there is none
     */
    record First(String itemId, String channel, @Nullable String ticket) {}

    /** What became of an item, if it has ended or waits for another one or for its conversation to end. */
    Optional<RecordedItem> ended(String itemId);

    /** Those of these items of which {@link #ended(String)} would tell. */
    Set<String> known(Collection<String> itemIds);

    /**
     * Claims the source keys of complaints that came together, for each the first of those that have the same.
     *
     * @return the ids of the items that hold theirs from now on; no others held them before
     */
    Set<String> claimAll(List<TicketOpening> openings);

    /** Claims a source key for an item; gives the item that holds it already, if that is another one. */
    Optional<First> claim(RawMessage raw, String key);

    /** An earlier arrival of the same source key that ended in this state; a mail's in any mailbox. */
    Optional<First> ended(RawMessage raw, String key, ItemState state);

    /** Writes down where an item stands or ended, when it opened no ticket. */
    RecordedItem end(RawMessage raw, @Nullable String key, ItemState state, String reason, @Nullable String number);
}
