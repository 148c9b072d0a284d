package io.redress.history;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the blanked events of a ticket were blanked by the hub: each is followed by an event that says so, whose record
 * the hub's key proves, and the last of these knows of all that are blank before it.
 */
final class RedactedEvents {

    private final RedactionProof proof;
    private final Predicate<String> isKnown;
    private final SortedMap<String, Long> causes = new TreeMap<>();
    private final List<SealedEvent> open = new ArrayList<>();
    private int inTicket;
    private @Nullable SealedEvent said;
    private int known;
    private int there;

    /** @param isKnown whether an order to forget, by its id, is written down */
    RedactedEvents(RedactionProof proof, Predicate<String> isKnown) {
        this.proof = proof;
        this.isKnown = isKnown;
    }

    void blank(SealedEvent event) {
        open.add(event);
        inTicket++;
    }

    /** An event that says that words were forgotten; what is wrong with that, if anything. */
    @Nullable
    String said(SealedEvent event, @Nullable RedactionRecord record) {
        if (record == null || !proof.proves(event, record)) {
            return open.isEmpty()
                    ? null
                    : "says that the words of " + open.size()
                            + " events were forgotten, and the hub's key does not prove it";
        }
        String cause = record.cause();
        if (cause.startsWith(RedactionRecord.FORGETTING)
                && !isKnown.test(cause.substring(RedactionRecord.FORGETTING.length()))) {
            return "names " + cause + ", of which nothing is written down";
        }
        if (!open.isEmpty()) {
            causes.merge(cause, (long) open.size(), Long::sum);
        }
        open.clear();
        said = event;
        known = record.blanked();
        there = inTicket;
        return null;
    }

    /** No more events of this ticket follow. */
    @Nullable
    HistoryFault end() {
        try {
            if (!open.isEmpty()) {
                return HistoryFault.of(open.get(0), "is blanked, and no later event says that it was forgotten");
            }
            return said == null || there == known
                    ? null
                    : HistoryFault.of(
                            said, "knows of " + known + " blanked events before it, and " + there + " are blank");
        } finally {
            open.clear();
            inTicket = 0;
            said = null;
        }
    }

    /** How many events were blanked, by their causes. */
    SortedMap<String, Long> causes() {
        return causes;
    }
}
