package io.redress.ledger.history;

import io.redress.audit.AuditChainCheck;
import io.redress.history.HistoryFault;
import io.redress.ledger.audit.AuditVerification;
import java.util.ArrayList;
import java.util.List;

/**
 * How the histories stand.
 *
 * @param sound whether nothing was found
 * @param tickets looked through, whole
 * @param blanked events whose words were taken out
 * @param blankings how many of them the hub took out, by what asked for it
 * @param auditEntries of the audit log; 0 when it was not looked through
 * @param faults the first fault of each history and of the heads, at most a hundred
 */
public record Verification(
        boolean sound,
        long tickets,
        long events,
        long blanked,
        List<Cause> blankings,
        long heads,
        long auditEntries,
        List<HistoryFault> faults) {

    /** @param cause {@code forgetting <id>}, {@code retention}, {@code before the upgrade} */
    public record Cause(String cause, long events) {}

    public Verification {
        blankings = List.copyOf(blankings);
        faults = List.copyOf(faults);
    }

    /** The same with the audit log. */
    public Verification with(AuditVerification.Found audit) {
        List<HistoryFault> all = new ArrayList<>(faults);
        AuditChainCheck.Fault fault = audit.fault();
        if (fault != null) {
            int position = Math.toIntExact(Math.min(fault.position(), Integer.MAX_VALUE));
            all.add(new HistoryFault("audit log", null, position, null, fault.problem()));
        }
        return new Verification(all.isEmpty(), tickets, events, blanked, blankings, heads, audit.entries(), all);
    }
}
