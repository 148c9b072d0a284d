package io.redress.history;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks through the heads, from the first: signed by the hub's key, each naming the one before it and its own leaves. */
public final class HistoryHeadCheck {

    private final HistoryHeadKey key;
    private final Function<LocalDate, String> leaves;

    /** @param leaves SHA-256 of the leaves' lines of a day's head as they are now */
    public HistoryHeadCheck(HistoryHeadKey key, Function<LocalDate, String> leaves) {
        this.key = key;
        this.leaves = leaves;
    }

    /** Tells each fault; a head with one is told once. Heads made before a change of the key are faults, too. */
    public void check(List<SignedHead> heads, Consumer<HistoryFault> faults) {
        String previous = HistoryHead.NONE;
        for (SignedHead head : heads) {
            String problem = problem(head, previous);
            if (problem != null) {
                faults.accept(new HistoryFault(null, null, null, head.day().toString(), problem));
            }
            previous = HistoryHead.nameOf(head.text());
        }
    }

    private @Nullable String problem(SignedHead signed, String previous) {
        HistoryHead head;
        try {
            head = HistoryHead.read(signed.text());
        } catch (IllegalArgumentException e) {
            return "its text " + e.getMessage();
        }
        if (!head.key().equals(key.fingerprint())) {
            return "is signed by another key than this hub's: " + head.key();
        }
        if (!key.signed(signed.text(), signed.signature())) {
            return "its text is not what was signed";
        }
        if (!head.day().equals(signed.day())) {
            return "is the head of " + head.day();
        }
        if (!head.previous().equals(previous)) {
            return "the head before it is missing or another one";
        }
        return head.leaves().equals(leaves.apply(head.day())) ? null : "its leaves are not those that were signed";
    }
}
