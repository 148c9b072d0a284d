package io.redress.reply.receipt;

/** Hears of messages that platforms took, and of what became of them. */
public interface ReceiptListener {

    /**
     * A receipt came.
     *
     * @param known whether the hub knows the message that it is of
     */
    void received(String channel, ReceiptState state, boolean known);

    /** A text message went out, in so many parts. */
    void segmentsSent(String channel, int segments);
}
