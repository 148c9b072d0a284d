package io.redress.triage;

import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.triage.rules.Category.Raise;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.TokenRange;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast a complaint must move. A threat or a fear is not a fact: it raises less, and the ticket says what it was. */
final class PriorityRules {

    /** @param reasons what raised it; empty for a normal one */
    record Judgement(Priority priority, List<String> reasons) {}

    private final CompiledRules rules;

    PriorityRules(CompiledRules rules) {
        this.rules = rules;
    }

    Judgement judge(TokenizedText text, WordContext context, Customer customer) {
        Priority priority = Priority.NORMAL;
        List<String> reasons = new ArrayList<>();
        for (Raise raise : rules.raises()) {
            Raised raised = raised(raise, text, context);
            if (raised != null && raised.to().compareTo(Priority.NORMAL) > 0) {
                priority = max(priority, raised.to());
                reasons.add(raised.reason());
            }
        }
        String tier = customer.tier() == null ? "" : customer.tier().toLowerCase(Locale.ROOT);
        Priority ofTier = rules.tiers().getOrDefault(tier, Priority.NORMAL);
        if (ofTier != Priority.NORMAL) {
            priority = max(priority, ofTier);
            reasons.add(ofTier.key() + " because the customer is " + tier.toUpperCase(Locale.ROOT));
        }
        return new Judgement(priority, reasons);
    }

    private record Raised(Priority to, String reason) {}

    private @org.jspecify.annotations.Nullable Raised raised(Raise raise, TokenizedText text, WordContext context) {
        Raised weaker = null;
        for (WordPattern pattern : raise.find().mayBeIn(text)) {
            for (TokenRange range : pattern.in(text)) {
                if (context.isNegated(range)) {
                    continue;
                }
                boolean threatened = context.isThreatened(range);
                boolean feared = !threatened && context.isFeared(range);
                Priority to = threatened || feared ? min(raise.to(), rules.threatened()) : raise.to();
                String how = threatened
                        ? "customer threatens, no fact yet: "
                        : feared ? "customer fears, no fact yet: " : "";
                var raised =
                        new Raised(to, to.key() + " because " + how + raise.because() + " (" + text.quote(range) + ")");
                if (!threatened && !feared) {
                    return raised;
                }
                weaker = weaker == null ? raised : weaker;
            }
        }
        return weaker;
    }

    private static Priority max(Priority a, Priority b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Priority min(Priority a, Priority b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
