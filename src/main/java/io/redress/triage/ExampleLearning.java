package io.redress.triage;

import io.redress.ticket.Complaint;
import io.redress.triage.ExampleModel.Learned;
import io.redress.triage.LogisticRegression.Weights;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes lessons of examples, and a model of what they teach. The same examples under the same rules give the same model. */
final class ExampleLearning {

    /** One example: what stands in it, by name with a strength, and what it is. */
    record Lesson(Map<String, Double> features, String category) {}

    private final CompiledRules rules;
    private final FeatureSpace space;

    ExampleLearning(CompiledRules rules) {
        this.rules = rules;
        space = new FeatureSpace(rules);
    }

    /** What an example has for the model to learn from. */
    Lesson lesson(Complaint complaint, String category) {
        var text = rules.read(complaint.subject(), complaint.text());
        var evidence = ComplaintEvidence.in(text, rules);
        return new Lesson(space.named(evidence.features(space), evidence.text()), category);
    }

    Learned learn(List<Lesson> lessons) {
        Weights learned = LogisticRegression.of(lessons);
        Set<String> unknown = new LinkedHashSet<>();
        learned.names().forEach(name -> unknown.addAll(space.words(name)));
        unknown.removeIf(word -> rules.vocabulary().of(word) >= 0);
        List<String> words = List.copyOf(unknown);
        Vocabulary vocabulary = rules.vocabulary().with(words);
        long[] keys = learned.names().stream()
                .mapToLong(name -> space.key(name, vocabulary))
                .toArray();
        int labels = learned.labels().size();
        double[] weights = new double[keys.length * labels];
        for (int row = 0; row < keys.length; row++) {
            for (int label = 0; label < labels; label++) {
                weights[row * labels + label] = learned.ofLabels().get(label)[row];
            }
        }
        return new Learned(List.copyOf(learned.labels()), words, keys, weights);
    }
}
