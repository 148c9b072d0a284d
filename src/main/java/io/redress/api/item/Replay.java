package io.redress.api.item;

import java.util.UUID;

/** Runs kept originals through the hub again. */
public interface Replay {

    /**
     * Hands an item's original off again, under its id and number. One that opened a ticket has the ticket dispatched
     * again; one that ended otherwise is read and judged anew, and
     * taken for a person's, whatever the channel suspected; one that is still on its way is left alone.
     */
    Outcome replay(UUID item);

    /** What became of the request. */
    enum Outcome {
        HANDED_OFF,
        /** Its mailbox has not given it out so far, and is asked again at its next poll. */
        TRIED_AGAIN,
        /** The ledger has no such item. */
        UNKNOWN,
        /** Not handed off: it waits for its turn, or for the rest of its conversation. */
        STILL_ON_ITS_WAY,
        /** Not handed off: it is one of several messages that made a ticket together, which is the item to replay. */
        PART_OF_ANOTHER
    }
}
