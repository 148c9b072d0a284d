package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.SentMessage;
import io.redress.reply.receipt.DeliveryReceipt;
import java.time.Instant;
import java.util.Optional;

/** The messages that platforms took; kept for a month, so that receipts find them. */
public interface SentMessages {

    /**
     * Notes that a platform took a message.
     *
     * @return a receipt of it that came before
     */
    Optional<DeliveryReceipt> sent(DueOrder order, String channel, SentMessage message);

    /** How many text messages a channel sent since then. */
    int segmentsSince(String channel, Instant since);
}
