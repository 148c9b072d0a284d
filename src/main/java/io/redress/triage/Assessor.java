package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.Category.Hit;
import io.redress.triage.ExampleModel.Lesson;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs the evidence of the rules with what the examples teach, and says what decided. */
final class Assessor {

    private static final double TEACHING = 4.5;
    private static final double SHARPNESS = 0.15;
    private static final double RESCUE = 0.12;
    private static final int FEW = 2;
    private static final double CLEAR = 5;
    private static final double PRAISE_ONLY = 5;
    private static final double WANTED = 1.5;
    private static final double WANTED_ONLY = 15;

    /** Below this score a person should look. */
    static final double SURE = 0.6;

    private static final double UNTAUGHT = -0.5;

    private final Rules rules;
    private final ExampleModel model;
    private final Prioritizing prioritizing;

    Assessor(Rules rules, ExampleModel model) {
        this.rules = rules;
        this.model = model;
        prioritizing = new Prioritizing(rules);
    }

    /** What an example has for the model to learn from. */
    static Lesson lesson(Rules rules, Complaint complaint, String category) {
        TokenizedText written = rules.tokenizing().read(complaint.subject(), complaint.text());
        var context = new Context(written, rules.gates().openFor(written), rules.reading());
        return new Lesson(Findings.in(context, rules).features(), category);
    }

    Triage assess(Complaint complaint, Customer customer, Product product) {
        TokenizedText written = rules.tokenizing().read(complaint.subject(), complaint.text());
        var context = new Context(written, rules.gates().openFor(written), rules.reading());
        var findings = Findings.in(context, rules);
        TokenizedText text = findings.text();
        BitSet open = findings.open();
        Map<String, Double> taught = model.logProbabilities(findings.features());
        Map<String, Double> evidence = new HashMap<>();
        Map<String, Double> points = new HashMap<>();
        double untaught =
                taught.values().stream().mapToDouble(Double::doubleValue).max().orElse(0) + UNTAUGHT;
        for (Category category : rules.categories().values()) {
            double sum = findings.sum(category.key());
            evidence.put(category.key(), sum);
            points.put(category.key(), sum + TEACHING * taught.getOrDefault(category.key(), untaught));
        }
        boolean clear = evidence.values().stream().anyMatch(sum -> sum >= CLEAR);
        rules.categories().values().stream()
                .filter(category -> isWanted(category, complaint))
                .forEach(category -> points.merge(category.key(), clear ? WANTED : WANTED_ONLY, Double::sum));
        if (context.onlyPraises() && !clear) {
            points.merge(Category.OTHER, PRAISE_ONLY, Double::sum);
        }
        Map<String, Double> scores = shares(points);
        List<String> ranked = scores.keySet().stream()
                .sorted(Comparator.comparingDouble((String key) -> -scores.getOrDefault(key, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        String first = ranked.get(0);
        boolean nothing = evidence.values().stream().allMatch(sum -> sum <= 0)
                && (text.tokens().size() <= FEW || scores.getOrDefault(first, 0.0) < RESCUE);
        String category = nothing ? Category.OTHER : first;
        @Nullable
        String second =
                ranked.stream().filter(key -> !key.equals(category)).findFirst().orElse(null);
        double score = scores.getOrDefault(category, 0.0);
        var priority = prioritizing.judge(text, open, context, customer);
        List<String> reasons = new ArrayList<>();
        reasons.add(why(category, nothing, findings, complaint));
        reasons.addAll(priority.reasons());
        return new Triage(
                category,
                rounded(score),
                second,
                second == null ? 0 : rounded(scores.getOrDefault(second, 0.0)),
                nothing || score < SURE,
                priority.priority(),
                sentiment(text, open, context),
                reasons);
    }

    private static boolean isWanted(Category category, Complaint complaint) {
        String wants = complaint.wants();
        return wants != null && category.wants().contains(wants.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Double> shares(Map<String, Double> points) {
        double most =
                points.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Map<String, Double> shares = new HashMap<>();
        points.forEach((key, value) -> shares.put(key, Math.exp(SHARPNESS * (value - most))));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((key, value) -> value / sum);
        return shares;
    }

    private String why(String category, boolean nothing, Findings findings, Complaint complaint) {
        if (nothing) {
            return "category other because no rule found enough words to go by";
        }
        List<Hit> hits = findings.of(category).stream()
                .filter(hit -> hit.weight() > 0)
                .limit(4)
                .toList();
        String words = hits.stream().map(findings::quote).distinct().collect(Collectors.joining(", "));
        String because = words.isEmpty() ? "it reads like the examples of this category" : "of the words " + words;
        boolean asked = rules.categories().values().stream()
                .anyMatch(entry -> entry.key().equals(category) && isWanted(entry, complaint));
        return "category " + category + " because " + because
                + (asked ? "; the customer asks for " + complaint.wants() : "");
    }

    private String sentiment(TokenizedText text, BitSet open, Context context) {
        long good = context.praises() + count(rules.reading().positive(), text, open, context);
        long bad = count(rules.reading().negative(), text, open, context);
        return bad > 0 && bad >= good ? "negative" : good > bad ? "positive" : "neutral";
    }

    private static long count(Gated<WordPattern> patterns, TokenizedText text, BitSet open, Context context) {
        return patterns.mayBeIn(open).stream()
                .flatMap(pattern -> pattern.in(text, open).stream())
                .filter(span -> !context.isNegated(span))
                .count();
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
