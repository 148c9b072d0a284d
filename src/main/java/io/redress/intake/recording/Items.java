package io.redress.intake.recording;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import java.util.Optional;
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

    /** Claims a source key for an item; gives the item that holds it already, if that is another one. */
    Optional<First> claim(RawMessage raw, String key);

    /** An earlier arrival of the same source key that ended in this state; a mail's in any mailbox. */
    Optional<First> ended(RawMessage raw, String key, ItemState state);

    /** Writes down where an item stands or ended, when it opened no ticket. */
    RecordedItem end(RawMessage raw, @Nullable String key, ItemState state, String reason, @Nullable String number);
}
