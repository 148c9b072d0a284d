package io.redress.lifecycle;

import java.time.Instant;

/**
 * A ticket's status changed.
 *
 * @param at when it happened
 * @param round 1, and one more after each reopening; {@code to == REOPENED} has the new one
 */
public record StatusChange(
        String ticket, TicketStatus from, TicketStatus to, Instant at, int round, TicketUpdate update) {}
