package io.redress.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may see of a ticket, and nothing else.
 *
 * @param number of the ticket; for a repeat the number of the first one
 * @param receivedAt null when the item has not come through the queue yet
 * @param category its words by language (BCP 47); empty until it is known
 * @param answerBy by when somebody answers; null when that is not known yet, or an answer was given
 * @param steps oldest first
 */
public record CustomerView(
        String number,
        @Nullable Instant receivedAt,
        State state,
        Map<String, String> category,
        @Nullable Instant answerBy,
        List<Step> steps) {

    public CustomerView {
        category = Map.copyOf(category);
        steps = List.copyOf(steps);
    }

    /** The states that a customer tells apart. The page's words for one are {@code state.<name>}. */
    public enum State {
        /** Taken in; nobody has looked at it. */
        RECEIVED,
        /** Somebody has it. */
        IN_PROGRESS,
        /** The customer was asked for something. */
        AWAITING_CUSTOMER,
        /** A remedy was carried out. */
        SOLVED,
        /** Confirmed by the customer, or silence for long enough. */
        CLOSED,
        /** Could not be read by machine; a person reads it. */
        IN_REVIEW
    }

    /**
     * Something that happened.
     *
     * @param what as in the ticket's history; shown only when the pages have words for it, {@code event.<what>}
     * @param note meant for the customer, such as the remedy; null when there is none
     */
    public record Step(Instant at, String what, @Nullable String note) {}

    /** A number that was given to a customer and has not reached the ledger. */
    static CustomerView onItsWay(String number) {
        return new CustomerView(number, null, State.RECEIVED, Map.of(), null, List.of());
    }
}
