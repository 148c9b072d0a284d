package io.redress.ledger.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redress.privacy.PersonValue;
import io.redress.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a person.
 *
 * @param foundBy the kind of value: {@code phone}, {@code mail}, {@code handle}, {@code number}, or {@link #BY_TEXT}
 * @param hold why nothing of it may be removed; null when it may
 */
public record FoundTicket(
        String number,
        Instant receivedAt,
        String channel,
        String category,
        String status,
        String foundBy,
        @Nullable String hold,
        @JsonIgnore Ticket document) {

    /** The phone merely stands in what was written: the ticket is another person's, or perhaps this one's. */
    static final String BY_TEXT = "phone-in-text";

    boolean isMention() {
        return foundBy.equals(BY_TEXT);
    }

    /** The ticket as somebody names it who wants it, and no other, forgotten. */
    PersonValue named() {
        return new PersonValue(PersonValue.Kind.NUMBER, number);
    }
}
