package io.redress.ledger.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redress.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a person.
 *
 * @param foundBy the kind of value: {@code phone}, {@code mail}, {@code handle} or {@code number}
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
        @JsonIgnore Ticket document) {}
