package io.redress.intake.recording;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.util.Optional;

/**
 * Knows what came before (Idempotent Receiver of Enterprise Integration Patterns): a repeat by a channel's own key, and a
 * mail that reached several of our mailboxes.
 */
final class IdempotentReceiver {

    private final Items items;
    private final KnownTickets tickets;

    IdempotentReceiver(Items items, KnownTickets tickets) {
        this.items = items;
        this.tickets = tickets;
    }

    /** The end of an arrival that came before; empty for the first one, which holds the key from now on. */
    Optional<RecordedItem> repeated(RawMessage raw, String key) {
        return items.claim(raw, key).map(first -> {
            boolean elsewhere = !first.channel().equals(raw.channel());
            String number = first.ticket();
            if (elsewhere && number != null) {
                tickets.happened(number, raw.id(), "also received", "through channel " + raw.channel());
            }
            return repeat(raw, key, first);
        });
    }

    /**
     * A machine's mail that ended in the same way before, and is noted where it belongs. It holds no key: what was taken for
     * a machine's once may be a complaint under other rules. What is invalid may come again mended.
     */
    Optional<RecordedItem> refusedBefore(RawMessage raw, Refusal refusal) {
        String key = refusal.sourceKey();
        return key == null || refusal.state() == ItemState.INVALID
                ? Optional.empty()
                : items.ended(raw, key, refusal.state()).map(first -> repeat(raw, key, first));
    }

    private RecordedItem repeat(RawMessage raw, String key, Items.First first) {
        String who = first.channel().equals(raw.channel()) ? "the channel" : "channel " + first.channel();
        String reason = who + " brought the same before, as item " + first.itemId();
        return items.end(raw, key, ItemState.DUPLICATE, reason, first.ticket());
    }
}
