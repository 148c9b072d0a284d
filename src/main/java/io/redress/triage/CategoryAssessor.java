package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.rules.Category;
import io.redress.triage.rules.Category.Hit;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.PrefilteredPatterns;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weighs the evidence of the rules with what the examples teach, and says what decided. */
final class CategoryAssessor {

    /** Below this share a person should look. Chosen; how many that are is measured at CategoryScores.SHARPNESS. */
    static final double REVIEW_BELOW = 0.6;

    /**
     * Up to so many words say nothing where no rule finds anything in them: 你好. Measured on the same texts: from 0 to 4
     * nothing changes, 6 takes one complaint for none.
     */
    private static final int TOO_FEW_WORDS = 2;

    /** Words that a reason quotes, at most; chosen: they fit a line of the console. */
    private static final int QUOTED_WORDS = 4;

    private final CompiledRules rules;
    private final ExampleModel model;
    private final PriorityRules priorityRules;
    private final FeatureSpace space;
    private final List<Category> categories;

    /** By category, the number that it has in the model; -1 when it has none. */
    private final int[] labels;

    /** @param compiled the rules under which the model was learned */
    CategoryAssessor(CompiledRules compiled, ExampleModel model) {
        rules = compiled.with(compiled.vocabulary().with(model.words()));
        this.model = model;
        priorityRules = new PriorityRules(rules);
        space = new FeatureSpace(rules);
        categories = List.copyOf(rules.categories().values());
        labels = categories.stream()
                .mapToInt(category -> model.labels().indexOf(category.key()))
                .toArray();
    }

    Triage assess(Complaint complaint, Customer customer, Product product) {
        var evidence = ComplaintEvidence.in(rules.read(complaint.subject(), complaint.text()), rules);
        WordContext context = evidence.context();
        var scores = new CategoryScores(
                categories,
                complaint,
                evidence,
                labels,
                model.logProbabilities(evidence.features(space)),
                context.onlyPraises());
        TokenizedText text = evidence.text();
        boolean nothing = scores.lackEvidence() && (text.size() <= TOO_FEW_WORDS || scores.areTooLow());
        String category = nothing ? Category.OTHER : scores.first();
        double score = scores.share(category);
        @Nullable String second = scores.after(category).orElse(null);
        var priority = priorityRules.judge(text, context, customer);
        List<String> reasons = new ArrayList<>();
        reasons.add(
                nothing
                        ? "category other because no rule found enough words to go by"
                        : why(category, evidence, complaint));
        reasons.addAll(priority.reasons());
        return new Triage(
                category,
                rounded(score),
                second,
                second == null ? 0 : rounded(scores.share(second)),
                nothing || score < REVIEW_BELOW,
                priority.priority(),
                sentiment(text, context),
                reasons);
    }

    private String why(String category, ComplaintEvidence evidence, Complaint complaint) {
        List<Hit> hits = evidence.of(category).stream()
                .filter(hit -> hit.weight() > 0)
                .limit(QUOTED_WORDS)
                .toList();
        String words = hits.stream().map(evidence::quote).distinct().collect(Collectors.joining(", "));
        String because = words.isEmpty() ? "it reads like the examples of this category" : "of the words " + words;
        boolean asked = rules.categories().values().stream()
                .anyMatch(entry -> entry.key().equals(category) && CategoryScores.isWanted(entry, complaint));
        return "category " + category + " because " + because
                + (asked ? "; the customer asks for " + complaint.wants() : "");
    }

    private String sentiment(TokenizedText text, WordContext context) {
        long good = context.praises() + count(rules.reading().positive(), text, context);
        long bad = count(rules.reading().negative(), text, context);
        return bad > 0 && bad >= good ? "negative" : good > bad ? "positive" : "neutral";
    }

    private static long count(PrefilteredPatterns<WordPattern> patterns, TokenizedText text, WordContext context) {
        return patterns.mayBeIn(text).stream()
                .flatMap(pattern -> pattern.in(text).stream())
                .filter(range -> !context.isNegated(range))
                .count();
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
