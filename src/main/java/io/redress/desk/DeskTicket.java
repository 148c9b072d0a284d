package io.redress.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a work list shows it.
 *
 * @param owner the team or person who has to act
 * @param name the customer's; null when it is not known, or forgotten
 * @param subject or else the beginning of the text; null when there is neither
 * @param due the earliest promise that is still owed; null when none is, or while its clock stands still
 */
public record DeskTicket(
        String number,
        Instant receivedAt,
        String channel,
        String category,
        String priority,
        String status,
        boolean review,
        String owner,
        int level,
        @Nullable String name,
        @Nullable String subject,
        @Nullable Instant due) {

    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }
}
