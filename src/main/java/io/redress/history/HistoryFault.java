package io.redress.history;

import org.jspecify.annotations.Nullable;

/**
 * Where a history is not what it was.
 *
 * @param ticket null when a head is at fault
 * @param event the id of its row; null when it is gone
 * @param position in the ticket's history, from 0
 * @param head the day of a head, such as {@code 2026-07-01}; null when the chain alone shows it
 * @param problem in words
 */
public record HistoryFault(
        @Nullable String ticket,
        @Nullable Long event,
        @Nullable Integer position,
        @Nullable String head,
        String problem) {

    static HistoryFault of(SealedEvent event, String problem) {
        return new HistoryFault(event.ticket(), event.id(), event.position(), null, problem);
    }
}
