package io.redress.ledger.history;

import io.redress.history.Fault;
import java.util.List;

/**
 * How the histories stand.
 *
 * @param sound whether nothing was found
 * @param tickets looked through, whole
 * @param blanked events whose words were taken out, as an event after them says
 * @param removed tickets that were deleted whole, as retention asks for
 * @param faults the first fault of each history and of the heads, at most a hundred
 */
public record Verification(
        boolean sound, long tickets, long events, long blanked, long removed, long heads, List<Fault> faults) {

    public Verification {
        faults = List.copyOf(faults);
    }
}
