package io.redress.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** News of tickets for those who read a queue: planned in the caller's transaction, sent once. */
public interface QueueNotifications {

    /** Tells a queue something of a ticket; {@code key} tells it from other news of the ticket for ever. */
    void tell(String number, String key, String queue, Map<String, Object> news);

    /** Puts a ticket as it is by then on the queue of those who are to have it. */
    void handOver(String number, String key, String queue);

    /** A message about a ticket, to be sent now: what the queue's readers need to act, and the news. */
    ObjectNode body(String id, String number, Map<String, Object> news);
}
