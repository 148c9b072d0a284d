package io.redress.reply;

/** A platform took no reply right now, or nobody can say whether it did: send it again later, with the same id. */
public class ReplyDelayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason the platform's, without the customer's or the hub's words */
    public ReplyDelayed(String reason) {
        super(reason);
    }
}
