package io.redress.api.item;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemReopening;
import io.redress.ledger.item.ItemSummary;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Replays by the way that every arrival takes, {@code direct:hand-off}. */
@Component
class HandOffReplay implements Replay {

    private final ItemQueries items;
    private final ItemReopening reopening;
    private final ProducerTemplate camel;

    HandOffReplay(ItemQueries items, ItemReopening reopening, ProducerTemplate camel) {
        this.items = items;
        this.reopening = reopening;
        this.camel = camel;
    }

    /** @throws CamelExecutionException when the broker did not take it; the item can be replayed again */
    @Override
    public Outcome replay(UUID id) {
        Optional<ItemSummary> item = items.find(id);
        Optional<RawMessage> raw = items.raw(id);
        if (item.isEmpty() || raw.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        String state = item.get().state();
        if (state.equals(ItemState.COLLECTING.key()) || state.equals(ItemState.WAITING.key())) {
            return Outcome.STILL_ON_ITS_WAY;
        }
        if (state.equals(ItemState.SET_ASIDE.key())) {
            reopening.tryAgain(id);
            return Outcome.TRIED_AGAIN;
        }
        if (state.equals(ItemState.AGGREGATED.key())) {
            return Outcome.PART_OF_ANOTHER;
        }
        // An item that was reopened, but could not be sent, is "received": it may be handed off again.
        reopening.reopen(id);
        camel.sendBody("direct:hand-off", raw.get().trusted());
        return Outcome.HANDED_OFF;
    }
}
