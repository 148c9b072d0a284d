package io.redress.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A target takes nothing right now, or nobody can say whether it did: the delivery is tried again, with the same id. */
public class TargetUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    /**
     * @param reason without the customer's words
     * @param retryAfter the pause that the target asks for ({@code Retry-After}, RFC 9110, 10.2.3); null when it asks for none
     */
    public TargetUnavailable(String reason, @Nullable Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    /** The pause that the target asks for; null when it asks for none. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
