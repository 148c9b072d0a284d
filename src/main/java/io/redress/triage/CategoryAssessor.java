package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.ExampleModel.Lesson;
import io.redress.triage.rules.Category;
import io.redress.triage.rules.Category.Hit;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.PrefilteredPatterns;
import io.redress.triage.rules.TokenizedText;
import io.redress.triage.rules.WordPattern;
import java.util.ArrayList;
import java.util.BitSet;
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

    CategoryAssessor(CompiledRules rules, ExampleModel model) {
        this.rules = rules;
        this.model = model;
        priorityRules = new PriorityRules(rules);
    }

    /** What an example has for the model to learn from. */
    static Lesson lesson(CompiledRules rules, Complaint complaint, String category) {
        return new Lesson(ComplaintEvidence.in(context(rules, complaint), rules).features(), category);
    }

    Triage assess(Complaint complaint, Customer customer, Product product) {
        WordContext context = context(rules, complaint);
        var evidence = ComplaintEvidence.in(context, rules);
        var scores = new CategoryScores(
                rules.categories().values(),
                complaint,
                evidence,
                model.logProbabilities(evidence.features()),
                context.onlyPraises());
        TokenizedText text = evidence.text();
        boolean nothing = scores.lackEvidence() && (text.tokens().size() <= TOO_FEW_WORDS || scores.areTooLow());
        String category = nothing ? Category.OTHER : scores.first();
        double score = scores.share(category);
        @Nullable String second = scores.after(category).orElse(null);
        var priority = priorityRules.judge(text, evidence.open(), context, customer);
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
                sentiment(text, evidence.open(), context),
                reasons);
    }

    private static WordContext context(CompiledRules rules, Complaint complaint) {
        TokenizedText written = rules.tokenizer().read(complaint.subject(), complaint.text());
        return new WordContext(written, rules.prefilter().openFor(written), rules.reading());
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

    private String sentiment(TokenizedText text, BitSet open, WordContext context) {
        long good = context.praises() + count(rules.reading().positive(), text, open, context);
        long bad = count(rules.reading().negative(), text, open, context);
        return bad > 0 && bad >= good ? "negative" : good > bad ? "positive" : "neutral";
    }

    private static long count(
            PrefilteredPatterns<WordPattern> patterns, TokenizedText text, BitSet open, WordContext context) {
        return patterns.mayBeIn(open).stream()
                .flatMap(pattern -> pattern.in(text, open).stream())
                .filter(range -> !context.isNegated(range))
                .count();
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
