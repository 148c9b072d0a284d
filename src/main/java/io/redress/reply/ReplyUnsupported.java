package io.redress.reply;

/** The channel only takes messages in: its customers hear by other ways, and nobody has anything to mend. */
public final class ReplyUnsupported extends ReplyRefused {

    private static final long serialVersionUID = 1L;

    /** @param reason names the channel, without the customer's or the hub's words */
    public ReplyUnsupported(String reason) {
        super(reason);
    }
}
