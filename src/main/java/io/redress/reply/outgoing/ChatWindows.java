package io.redress.reply.outgoing;

import java.util.Optional;

/** Some chat platforms take messages to a customer only for a while after the customer's own, and only some. */
public interface ChatWindows {

    /** Why nothing can be sent to a customer now; empty when it can, or when nobody knows. */
    Optional<String> closed(String handle);

    /** Whether the customer's platform takes a message in the form of an approved template all the same. */
    boolean hasTemplate(String channel, String handle);
}
