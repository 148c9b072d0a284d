package io.redress.ledger.history;

import io.redress.history.HistoryFault;
import java.util.List;

/**
 * How the histories stand.
 *
 * @param sound whether nothing was found
 * @param tickets looked through, whole
 * @param blanked events whose words were taken out
 * @param blankings how many of them the hub took out, by what asked for it
 * @param faults the first fault of each history and of the heads, at most a hundred
 */
public record Verification(
        boolean sound,
        long tickets,
        long events,
        long blanked,
        List<Cause> blankings,
        long heads,
        List<HistoryFault> faults) {

    /** @param cause {@code forgetting <id>}, {@code retention}, {@code before the upgrade} */
    public record Cause(String cause, long events) {}

    public Verification {
        blankings = List.copyOf(blankings);
        faults = List.copyOf(faults);
    }
}
