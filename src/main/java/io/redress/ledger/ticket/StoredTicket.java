package io.redress.ledger.ticket;

import io.redress.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is now, with its history, and where it stands.
 *
 * @param level of escalation; 0 is the desk
 * @param remedy what was done for the customer; null until something was
 */
public record StoredTicket(
        Ticket ticket, String status, int level, @Nullable String remedy, Instant updatedAt) {}
