package io.redress.reply;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A platform took no reply right now, or nobody can say whether it did: send it again later, with the same id. */
public class ReplyDelayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration pause;

    /** @param reason the platform's, without the customer's or the hub's words */
    public ReplyDelayed(String reason) {
        this(reason, null);
    }

    /** @param pause that the platform asks for; null when it asks for none */
    public ReplyDelayed(String reason, @Nullable Duration pause) {
        super(reason);
        this.pause = pause;
    }

    /** The pause that the platform asks for; null when it asks for none. */
    public @Nullable Duration pause() {
        return pause;
    }
}
