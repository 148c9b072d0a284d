package io.redress.reply;

/** A platform will never take this reply: the receiver is unknown or may not be written to, or the app is set up wrongly. */
public class ReplyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason the platform's, without the customer's or the hub's words */
    public ReplyRefused(String reason) {
        super(reason);
    }
}
