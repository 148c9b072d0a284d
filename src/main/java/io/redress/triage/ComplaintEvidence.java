package io.redress.triage;

import io.redress.triage.rules.Category.Evidence;
import io.redress.triage.rules.Category.Hit;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.TokenRange;
import io.redress.triage.rules.TokenizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules see in one complaint: the evidence that counts, and the words that examples are compared by. */
final class ComplaintEvidence {

    private static final double NAMED = 4;
    private static final double DECISIVE = 8;
    private static final double SUBJECT = 1.4;
    private static final double AFTER_TURN = 1.3;
    private static final double[] REPEATED = {1, 0.6, 0.4, 0.3, 0.2};

    private final TokenizedText text;
    private final WordContext context;
    private final Map<String, List<Hit>> hits = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    private final BitSet masked = new BitSet();

    private ComplaintEvidence(TokenizedText text, WordContext context, CompiledRules rules) {
        this.text = text;
        this.context = context;
        for (Evidence evidence : rules.evidence().mayBeIn(text)) {
            look(evidence);
        }
        hits.replaceAll((category, found) -> counted(found));
        hits.forEach((category, counted) -> sums.put(category, sum(counted)));
    }

    /** What the rules see in a text: what is wanted counts only where they see no cause. */
    static ComplaintEvidence in(TokenizedText written, CompiledRules rules) {
        var context = new WordContext(written, rules.reading());
        TokenizedText relevant = context.relevant();
        var evidence = new ComplaintEvidence(relevant, context, rules);
        TokenizedText cause = context.withoutAsks(relevant);
        if (cause == relevant || evidence.decideForNoCause(rules)) {
            return evidence;
        }
        var causes = new ComplaintEvidence(cause, context, rules);
        boolean named = rules.categories().values().stream()
                .anyMatch(category -> category.cause() && causes.sum(category.key()) >= NAMED);
        return named ? causes : evidence;
    }

    private boolean decideForNoCause(CompiledRules rules) {
        return rules.categories().values().stream()
                .filter(category -> !category.cause())
                .flatMap(category -> of(category.key()).stream())
                .anyMatch(hit -> hit.weight() >= DECISIVE);
    }

    TokenizedText text() {
        return text;
    }

    WordContext context() {
        return context;
    }

    private void look(Evidence evidence) {
        Hit best = null;
        for (TokenRange range : evidence.pattern().in(text)) {
            if (context.isNegated(range)) {
                masked.set(range.start(), range.end() + 1);
            } else {
                double weight = evidence.weight()
                        * (text.inSubject(range) ? SUBJECT : 1)
                        * (context.isAfterTurn(range) ? AFTER_TURN : 1);
                best = best == null || Math.abs(weight) > Math.abs(best.weight())
                        ? new Hit(evidence, range, weight)
                        : best;
            }
        }
        if (best != null) {
            hits.computeIfAbsent(evidence.category(), key -> new ArrayList<>()).add(best);
        }
    }

    /** Those that count, the weightiest first; words that count once do not count again. */
    private static List<Hit> counted(List<Hit> found) {
        found.sort(Comparator.comparingDouble((Hit hit) -> -Math.abs(hit.weight())));
        List<Hit> counted = new ArrayList<>(found.size());
        for (Hit hit : found) {
            if (counted.stream().noneMatch(other -> other.range().overlaps(hit.range()))) {
                counted.add(hit);
            }
        }
        return counted;
    }

    /** A second piece of evidence says less than the first. */
    private static double sum(List<Hit> counted) {
        double sum = 0;
        int more = 0;
        int less = 0;
        for (Hit hit : counted) {
            int nth = hit.weight() > 0 ? more++ : less++;
            sum += hit.weight() * REPEATED[Math.min(nth, REPEATED.length - 1)];
        }
        return sum;
    }

    /** The evidence of a category that counts, the weightiest first. */
    List<Hit> of(String category) {
        return hits.getOrDefault(category, List.of());
    }

    /** All that speaks for a category, less what speaks against it. */
    double sum(String category) {
        return sums.getOrDefault(category, 0.0);
    }

    /** The words by which examples are compared, with their strength. */
    Features features(FeatureSpace space) {
        return space.of(text, masked, this::sum, context.praises() > 0);
    }

    /** The words of a hit as the customer wrote them. */
    String quote(Hit hit) {
        return text.quote(hit.range());
    }
}
