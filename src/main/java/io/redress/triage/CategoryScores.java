package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.triage.rules.Category;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

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

    private final List<Category> categories;
    private final double[] evidence;
    private final double[] shares;
    private final int first;
    private final int second;

    /**
     * @param labels by category the number of what the examples teach about it; negative when it has none
     * @param taught by these numbers the natural logarithm of the category's probability
     */
    CategoryScores(
            List<Category> categories,
            Complaint complaint,
            ComplaintEvidence complaintEvidence,
            int[] labels,
            double[] taught,
            boolean onlyPraises) {
        this.categories = categories;
        double untaught = most(taught) + UNTAUGHT;
        evidence = new double[categories.size()];
        double[] points = new double[evidence.length];
        for (int i = 0; i < points.length; i++) {
            evidence[i] = complaintEvidence.sum(categories.get(i).key());
            boolean known = labels[i] >= 0 && labels[i] < taught.length;
            points[i] = evidence[i] + TEACHING * (known ? taught[labels[i]] : untaught);
        }
        boolean clear = most(evidence) >= CLEAR_EVIDENCE;
        for (int i = 0; i < points.length; i++) {
            if (isWanted(categories.get(i), complaint)) {
                points[i] += clear ? WISH_BESIDE_CAUSE : WISH_ALONE;
            }
            if (onlyPraises && !clear && categories.get(i).key().equals(Category.OTHER)) {
                points[i] += PRAISE_ALONE;
            }
        }
        shares = shares(points);
        first = best(-1);
        second = best(first);
    }

    /** The category with the biggest share besides one; of several the first by name. -1 when there is no other. */
    private int best(int besides) {
        int best = -1;
        for (int i = 0; i < shares.length; i++) {
            boolean better = best < 0
                    || shares[i] > shares[best]
                    || shares[i] == shares[best] && key(i).compareTo(key(best)) < 0;
            best = i != besides && better ? i : best;
        }
        return best;
    }

    private String key(int category) {
        return categories.get(category).key();
    }

    /** Whether the customer asks for what this category gives. */
    static boolean isWanted(Category category, Complaint complaint) {
        String wants = complaint.wants();
        return wants != null && category.wants().contains(wants.toLowerCase(Locale.ROOT));
    }

    /** The category with most points; of several the first by name. */
    String first() {
        return key(first);
    }

    /** The best of the others; empty when there is but one category. */
    Optional<String> after(String category) {
        int best = category.equals(key(first)) ? second : first;
        return best < 0 ? Optional.empty() : Optional.of(key(best));
    }

    /** A category's share, 0 to 1; all shares together are 1. */
    double share(String category) {
        for (int i = 0; i < shares.length; i++) {
            if (key(i).equals(category)) {
                return shares[i];
            }
        }
        return 0;
    }

    /** Whether no rule speaks for any category. */
    boolean lackEvidence() {
        return most(evidence) <= 0;
    }

    /** Whether the examples do not tell the first category from the others either. */
    boolean areTooLow() {
        return shares[first] < LEAST_SHARE;
    }

    private static double[] shares(double[] points) {
        double most = most(points);
        double[] shares = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            shares[i] = Math.exp(SHARPNESS * (points[i] - most));
        }
        double sum = DoubleStream.of(shares).sum();
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** The biggest; 0 of none. */
    private static double most(double[] values) {
        return DoubleStream.of(values).max().orElse(0);
    }
}
