package io.redress.triage;

import io.redress.intake.SourceHints;
import io.redress.ticket.Priority;
import io.redress.ticket.Triage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a judgement when the source says itself what a complaint is. Its category counts where there is such a one; its
 * priority can raise what the rules found and never lowers it: what they know of danger stays as it is. A word that means nothing
 * here changes nothing, and the reasons say so.
 */
final class SourceHintOverride {

    private static final int SHOWN = 60;

    private SourceHintOverride() {}

    static Triage judge(Triage judged, SourceHints hints, CategoryRules rules) {
        List<String> reasons = new ArrayList<>(judged.reasons());
        String category = category(judged, hints, rules, reasons);
        Priority priority = priority(judged, hints, reasons);
        status(hints, reasons);
        boolean moved = !category.equals(judged.category());
        boolean told = category.equals(hints.category());
        return new Triage(
                category,
                told ? 1 : judged.score(),
                moved ? judged.category() : judged.secondCategory(),
                moved ? judged.score() : judged.secondScore(),
                judged.review() && !told,
                priority,
                judged.sentiment(),
                reasons);
    }

    private static String category(Triage judged, SourceHints hints, CategoryRules rules, List<String> reasons) {
        String hint = hints.category();
        if (hint == null) {
            return judged.category();
        }
        if (!rules.has(hint)) {
            reasons.add(
                    "the source's category '" + shown(hint) + "' is none of config/categories.yaml: the words decided");
            return judged.category();
        }
        if (!hint.equals(judged.category()) && !reasons.isEmpty()) {
            reasons.set(0, "by its words it would be " + judged.category());
        }
        reasons.add(0, "category " + hint + " because the source says so");
        return hint;
    }

    private static Priority priority(Triage judged, SourceHints hints, List<String> reasons) {
        String hint = hints.priority();
        if (hint == null) {
            return judged.priority();
        }
        @Nullable Priority said = Priority.of(hint.toLowerCase(Locale.ROOT));
        if (said == null) {
            reasons.add("the source's priority '" + shown(hint)
                    + "' is none: write normal, urgent or major in the mapping");
            return judged.priority();
        }
        int more = said.compareTo(judged.priority());
        if (more != 0) {
            reasons.add(
                    more > 0
                            ? said.key() + " because the source says so"
                            : "the source says " + said.key() + ", which lowers nothing");
        }
        return more > 0 ? said : judged.priority();
    }

    private static void status(SourceHints hints, List<String> reasons) {
        String hint = hints.status();
        if (hint != null && !hints.isHistory() && !hint.equals("received")) {
            reasons.add("the source's status '" + shown(hint) + "' is not closed: opened as received");
        }
    }

    private static String shown(String word) {
        return word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "…";
    }
}
