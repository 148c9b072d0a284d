package io.redress.figures.detail;

import java.time.Instant;

/**
 * A ticket as a figure counted it.
 *
 * @param countedAt when it counted
 * @param value as the fact has it: 0 or 1, a score, points, or seconds
 */
public record CountedTicket(
        String number,
        Instant receivedAt,
        String channel,
        String category,
        String priority,
        String status,
        String owner,
        Instant countedAt,
        double value) {}
