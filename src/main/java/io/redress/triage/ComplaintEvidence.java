package io.redress.triage;

import io.redress.triage.rules.Category.Evidence;
import io.redress.triage.rules.Category.Hit;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.Token;
import io.redress.triage.rules.TokenRange;
import io.redress.triage.rules.TokenizedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules see in one complaint: the evidence that counts, and the words that examples are compared by. */
final class ComplaintEvidence {

    private static final double NAMED = 4;
    private static final double DECISIVE = 8;
    private static final double SUBJECT = 1.4;
    private static final double AFTER_TURN = 1.3;
    private static final double[] REPEATED = {1, 0.6, 0.4, 0.3, 0.2};
    private static final double LIST_STRENGTH = 0.3;
    private static final double EVIDENCE_STRENGTH = 0.04;

    private final CompiledRules rules;
    private final TokenizedText text;
    private final BitSet open;
    private final WordContext context;
    private final Map<String, List<Hit>> hits = new HashMap<>();
    private final Set<Integer> masked = new HashSet<>();

    private ComplaintEvidence(TokenizedText text, WordContext context, CompiledRules rules) {
        this.rules = rules;
        this.text = text;
        open = context.openFor(text, rules.prefilter());
        this.context = context;
        for (Evidence evidence : rules.evidence().mayBeIn(open)) {
            look(evidence);
        }
        hits.values().forEach(list -> list.sort(Comparator.comparingDouble((Hit hit) -> -Math.abs(hit.weight()))));
    }

    /** What the rules see in a text: what is wanted counts only where they see no cause. */
    static ComplaintEvidence in(WordContext context, CompiledRules rules) {
        TokenizedText relevant = context.relevant();
        var evidence = new ComplaintEvidence(relevant, context, rules);
        TokenizedText cause = context.withoutAsks(relevant);
        if (cause == relevant || evidence.decideForNoCause()) {
            return evidence;
        }
        var causes = new ComplaintEvidence(cause, context, rules);
        boolean named = rules.categories().values().stream()
                .anyMatch(category -> category.cause() && causes.sum(category.key()) >= NAMED);
        return named ? causes : evidence;
    }

    private boolean decideForNoCause() {
        return rules.categories().values().stream()
                .filter(category -> !category.cause())
                .flatMap(category -> of(category.key()).stream())
                .anyMatch(hit -> hit.weight() >= DECISIVE);
    }

    TokenizedText text() {
        return text;
    }

    BitSet open() {
        return open;
    }

    private void look(Evidence evidence) {
        Hit best = null;
        for (TokenRange range : evidence.pattern().in(text, open)) {
            if (context.isNegated(range)) {
                mask(range);
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

    private void mask(TokenRange range) {
        for (int position = range.start(); position <= range.end(); position++) {
            masked.add(position);
        }
    }

    /** The evidence of a category that counts, the weightiest first; words that count once do not count again. */
    List<Hit> of(String category) {
        List<Hit> counted = new ArrayList<>();
        for (Hit hit : hits.getOrDefault(category, List.of())) {
            if (counted.stream().noneMatch(other -> other.range().overlaps(hit.range()))) {
                counted.add(hit);
            }
        }
        return counted;
    }

    /** A second piece of evidence says less than the first. */
    double sum(String category) {
        double sum = 0;
        int more = 0;
        int less = 0;
        for (Hit hit : of(category)) {
            int nth = hit.weight() > 0 ? more++ : less++;
            sum += hit.weight() * REPEATED[Math.min(nth, REPEATED.length - 1)];
        }
        return sum;
    }

    /** The words by which examples are compared, with their strength. */
    Map<String, Double> features() {
        Set<String> grams = new HashSet<>();
        Token one = null;
        Token two = null;
        for (Token token : text.tokens()) {
            if (token.isStruck() || masked.contains(token.position())) {
                one = null;
                two = null;
                continue;
            }
            one = follows(one, two) ? one : null;
            two = follows(two, token) ? two : null;
            grams.add(token.term());
            if (two != null) {
                grams.add(two.term() + ' ' + token.term());
                if (one != null) {
                    grams.add(one.term() + ' ' + two.term() + ' ' + token.term());
                }
            }
            one = two;
            two = token;
        }
        Map<String, Double> features = new HashMap<>();
        double strength = 1 / Math.sqrt(grams.size() + 1.0);
        grams.forEach(gram -> features.put(gram, strength));
        rules.lists().forEach((name, list) -> {
            if (list.mayBeIn(open)) {
                features.put("<" + name + ">", LIST_STRENGTH);
            }
        });
        rules.categories().keySet().forEach(category -> {
            double sum = sum(category);
            if (sum != 0) {
                features.put("=" + category, Math.max(-5, Math.min(10, sum)) * EVIDENCE_STRENGTH);
            }
        });
        if (context.praises() > 0) {
            features.put("<praise>", LIST_STRENGTH);
        }
        return features;
    }

    /** The words of a hit as the customer wrote them. */
    String quote(Hit hit) {
        return text.quote(hit.range());
    }

    private static boolean follows(@Nullable Token first, @Nullable Token second) {
        return first != null && second != null && second.position() == first.position() + 1;
    }
}
