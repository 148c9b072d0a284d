package io.redress.ledger.privacy;

import java.util.List;
import java.util.Set;

/** The queues, as far as persons must be taken out of them. */
public interface QueueEraser {

    /**
     * Takes the messages of tickets and arrivals out of all queues.
     *
     * @return claim checks of blobs that other messages still need
     */
    Set<String> remove(Set<String> tickets, Set<String> items);

    /**
     * Lets the broker's files lose what was taken.
     *
     * @return what could not be done, for people; empty when all was
     */
    List<String> compact();
}
