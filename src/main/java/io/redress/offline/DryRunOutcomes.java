package io.redress.offline;

import io.redress.dispatch.DispatchTable;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizers;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.ticket.Ticket;
import io.redress.triage.AssessedArrival;
import io.redress.triage.TriageService;
import java.util.Map;

/** What would become of arrivals, by the rules of a hub that does not run. */
final class DryRunOutcomes {

    private final TriedHub hub;

    DryRunOutcomes(TriedHub hub) {
        this.hub = hub;
    }

    /** Where an arrival would end, in a line; counted by where that is. */
    String of(RawMessage row, Map<String, Integer> counts) {
        AssessedArrival assessed = assess(row);
        Ticket ticket = assessed.ticket();
        String end = ticket == null ? "no ticket" : isHistory(assessed) ? "closed" : queue(ticket);
        counts.merge(end, 1, Integer::sum);
        return ticket == null
                ? ending(assessed.arrival().reading())
                : end + " (" + ticket.triage().reasons().stream().findFirst().orElse("") + ")";
    }

    private static boolean isHistory(AssessedArrival assessed) {
        return assessed.arrival().reading() instanceof CanonicalComplaint complaint
                && complaint.hints().isHistory();
    }

    AssessedArrival assess(RawMessage raw) {
        return hub.bean(TriageService.class).assess(hub.bean(Normalizers.class).read(raw));
    }

    String queue(Ticket ticket) {
        return hub.bean(DispatchTable.class).queueOf(ticket);
    }

    static String ending(NormalizationResult result) {
        if (result instanceof Refusal refusal) {
            return "no ticket: " + refusal.state().key() + ": " + refusal.reason();
        }
        return result instanceof ChatMessage chat
                ? "no ticket yet: a message that waits until its sender has been quiet for " + chat.quietTime()
                : "no ticket";
    }

    static boolean opensOne(Map<String, Integer> counts) {
        return counts.keySet().stream().anyMatch(end -> !end.equals("no ticket"));
    }
}
