package io.redress.triage;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.language.LanguageDetector;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Complaints with what they should be judged to be ({@code config/categories.examples.yaml}). They teach the rules, and
 * they are the rules' test.
 */
public final class TriageExamples {

    /**
     * One complaint.
     *
     * @param accept other categories that a person would take as well
     * @param priority null where the example does not test it
     * @param trap true where a word misleads: denied, praised, or meant otherwise
     */
    public record Example(
            String category,
            String text,
            @Nullable String subject,
            @Nullable List<String> accept,
            @Nullable Priority priority,
            @Nullable Boolean trap) {

        /** The example as a complaint that says nothing else. */
        public Complaint complaint() {
            return new Complaint(subject, text, LanguageDetector.of(text), null, null, List.of());
        }

        public boolean allows(String judged) {
            return judged.equals(category) || (accept != null && accept.contains(judged));
        }
    }

    /** The file's shape. */
    record ExamplesFile(@Nullable List<Example> examples) {}

    private final YamlFile<ExamplesFile> file;

    private TriageExamples(YamlFile<ExamplesFile> file) {
        this.file = file;
    }

    /** Reads {@code categories.examples.yaml} of the folder. */
    public static TriageExamples read(Path configDir) {
        return of(configDir.resolve("categories.examples.yaml"));
    }

    /**
     * Reads a file of the same form.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static TriageExamples of(Path file) {
        return new TriageExamples(YamlFile.read(file, ExamplesFile.class, "categories.examples"));
    }

    public List<Example> examples() {
        List<Example> written = file.value().examples();
        return written == null ? List.of() : written;
    }

    /** A finding, with its line, for every example that the rules judge otherwise, and for every one that stands twice. */
    public List<Finding> verify(TriageRules rules) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Triage> judged = examples().parallelStream()
                .map(example -> rules.assess(example.complaint(), Customer.unknown(), Product.unknown()))
                .toList();
        for (int i = 0; i < examples().size(); i++) {
            Example example = examples().get(i);
            Integer before = seen.putIfAbsent(example.text(), i);
            if (before != null) {
                findings.add(file.finding(
                        "the same example stands on line " + file.lineOf("examples", before),
                        "remove one",
                        "examples",
                        i));
            }
            if (!rules.categories().containsKey(example.category())) {
                findings.add(file.finding(
                        "unknown category '" + example.category() + "'",
                        "one of " + rules.categories().keySet(),
                        "examples",
                        i));
                continue;
            }
            Triage triage = judged.get(i);
            if (!example.allows(triage.category())) {
                findings.add(file.finding(
                        "expected " + example.category() + ", judged "
                                + triage.reasons().get(0),
                        "correct the example, or add evidence or examples for " + example.category(),
                        "examples",
                        i));
            }
            if (example.priority() != null && example.priority() != triage.priority()) {
                findings.add(file.finding(
                        "expected priority " + example.priority() + ", judged " + triage.priority() + " "
                                + triage.reasons().subList(1, triage.reasons().size()),
                        "correct the example, or the words under 'priorities'",
                        "examples",
                        i));
            }
        }
        return findings;
    }
}
