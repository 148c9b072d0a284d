package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.triage.rules.Category;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much speaks for each category: the evidence of the rules, what the examples teach, and what the customer asks for.
 * "Measured" below is on 1,241 texts: the shipped examples, and {@code blind.yaml}, {@code fresh.yaml} and {@code
 * return-reasons.yaml} of AccuracyTest. Points are in the unit of {@code weights} in {@code config/categories.yaml}.
 */
final class CategoryScores {

    /**
     * Points for each unit of the natural logarithm of what the examples teach. Measured: 1,081 texts right at 0, 1,230 at
     * 2, 1,232 at 3, 1,233 here, and one more at 9, where the rules hardly count any longer.
     */
    private static final double TEACHING = 4.5;

    /**
     * What a category that has no example gets, less than the most likely one, in the same logarithm: 2.25 points, so
     * that one fair piece of evidence (3) decides for it. Chosen; every shipped category has examples.
     */
    private static final double UNTAUGHT = -0.5;

    /**
     * How fast a lead in points becomes a certain share: a lead of 10, two strong pieces, is 82 to 18. It changes no rank.
     * Measured: 21 texts fall below {@link CategoryAssessor#REVIEW_BELOW}, among them 3 of the 8 that are wrong; 169 with 4 of
     * them at 0.1, 9 with 2 at 0.2.
     */
    private static final double SHARPNESS = 0.15;

    /** Evidence that names a cause: one strong piece. Measured: from 3 to 8 nothing changes. */
    private static final double CLEAR_EVIDENCE = 5;

    /** For what a form's list says is wanted, beside a named cause: a hint. Chosen: damage and delay both ask for money. */
    private static final double WISH_BESIDE_CAUSE = 1.5;

    /** The same where no cause is named: about two decisive pieces. Chosen: it is then all that the customer says. */
    private static final double WISH_ALONE = 15;

    /** For {@code other}, when there is praise and nothing else: one strong piece. Measured: from 3 to 8 one text changes. */
    private static final double PRAISE_ALONE = 5;

    /**
     * Share that the first must have where no rule speaks. Chosen: just above the eleventh that each of eleven categories
     * has when nothing tells them apart. Measured: from 0 to 0.3 nothing changes.
     */
    private static final double LEAST_SHARE = 0.12;

    private final Map<String, Double> evidence = new HashMap<>();
    private final Map<String, Double> shares;
    private final List<String> ranked;

    /** @param taught the natural logarithm of each category's probability, by the examples */
    CategoryScores(
            Collection<Category> categories,
            Complaint complaint,
            ComplaintEvidence complaintEvidence,
            Map<String, Double> taught,
            boolean onlyPraises) {
        double untaught = most(taught) + UNTAUGHT;
        Map<String, Double> points = new HashMap<>();
        for (Category category : categories) {
            String key = category.key();
            evidence.put(key, complaintEvidence.sum(key));
            points.put(key, complaintEvidence.sum(key) + TEACHING * taught.getOrDefault(key, untaught));
        }
        boolean clear = evidence.values().stream().anyMatch(sum -> sum >= CLEAR_EVIDENCE);
        categories.stream()
                .filter(category -> isWanted(category, complaint))
                .forEach(category -> points.merge(category.key(), clear ? WISH_BESIDE_CAUSE : WISH_ALONE, Double::sum));
        if (onlyPraises && !clear) {
            points.merge(Category.OTHER, PRAISE_ALONE, Double::sum);
        }
        shares = shares(points);
        ranked = shares.keySet().stream()
                .sorted(Comparator.comparingDouble((String key) -> -share(key))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether the customer asks for what this category gives. */
    static boolean isWanted(Category category, Complaint complaint) {
        String wants = complaint.wants();
        return wants != null && category.wants().contains(wants.toLowerCase(Locale.ROOT));
    }

    /** The category with most points; of several the first by name. */
    String first() {
        return ranked.get(0);
    }

    /** The best of the others; empty when there is but one category. */
    Optional<String> after(String category) {
        return ranked.stream().filter(key -> !key.equals(category)).findFirst();
    }

    /** A category's share, 0 to 1; all shares together are 1. */
    double share(String category) {
        return shares.getOrDefault(category, 0.0);
    }

    /** Whether no rule speaks for any category. */
    boolean lackEvidence() {
        return evidence.values().stream().allMatch(sum -> sum <= 0);
    }

    /** Whether the examples do not tell the first category from the others either. */
    boolean areTooLow() {
        return share(first()) < LEAST_SHARE;
    }

    private static Map<String, Double> shares(Map<String, Double> points) {
        double most = most(points);
        Map<String, Double> shares = new HashMap<>();
        points.forEach((key, value) -> shares.put(key, Math.exp(SHARPNESS * (value - most))));
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((key, value) -> value / sum);
        return shares;
    }

    private static double most(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
