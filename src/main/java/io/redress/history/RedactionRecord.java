package io.redress.history;

import org.jspecify.annotations.Nullable;

/**
 * What the hub noted with an event that says that words before it were blanked.
 *
 * @param cause such as {@code forgetting <id>} or {@code retention}
 * @param blanked how many events of the ticket before it were blank then, in all
 * @param proof see {@link RedactionProof}; null when nothing proves it
 */
public record RedactionRecord(
        String cause, int blanked, @Nullable String proof) {

    /** How the cause begins when a person asked for it; the order's id follows. */
    public static final String FORGETTING = "forgetting ";

    public static final String RETENTION = "retention";
}
