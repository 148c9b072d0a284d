package io.redress.lifecycle;

import io.redress.ticket.KeyedEnum;
import org.jspecify.annotations.Nullable;

/** Applies news to tickets. */
public interface TicketLifecycle {

    /** What became of an update. */
    enum Outcome implements KeyedEnum {
        /** The ticket was changed, or its history was. */
        APPLIED,
        /** The same id came before: nothing was changed. */
        REPEATED,
        /** Something newer was known already: only the history was changed. */
        LATE,
        /** It does not fit the ticket's status, or names something unknown; the history says so. */
        REFUSED,
        /** There is no such ticket. */
        UNKNOWN
    }

    /**
     * @param status the ticket's status afterwards; null when there is no such ticket
     * @param reason why the ticket was not changed; null when it was
     */
    record Result(
            Outcome outcome,
            @Nullable TicketStatus status,
            @Nullable String reason) {}

    /** Applies an update, in the caller's transaction where there is one. */
    Result apply(TicketUpdate update);
}
