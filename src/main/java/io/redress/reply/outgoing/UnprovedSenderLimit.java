package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.MailLimits.Limit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many mails senders cause whom nothing proved. */
public interface UnprovedSenderLimit {

    /** Whether there are limits at all. */
    boolean isLimited();

    /**
     * The limit that forbids a mail; empty when it may go, and then it is counted, once however often it is tried.
     *
     * @param source mark of the address that the arrival came from; null where none is known
     */
    Optional<Limit> admit(DueOrder order, String recipient, @Nullable String source);
}
