package io.redress.console.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of tickets.
 *
 * @param category in words; status and priority are keys
 * @param name the customer's; empty when it is not known
 * @param due null when nothing is owed, or while the clock stands still
 * @param paused whether the customer is waited for
 */
public record TicketRow(
        String number,
        Instant received,
        String channel,
        String name,
        String subject,
        String categoryKey,
        String category,
        String priority,
        String status,
        boolean review,
        String owner,
        int level,
        @Nullable Instant due,
        boolean overdue,
        boolean paused) {}
