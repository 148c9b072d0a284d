package io.redress.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.redress.ticket.Complaint;
import io.redress.triage.ExampleModel.Learned;
import io.redress.triage.rules.CompiledRules;
import io.redress.triage.rules.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Learns from examples, by LIBLINEAR. The same examples under the same rules give the same model. */
final class ExampleLearning {

    /** One example: what stands in it, by name with a strength, and what it is. */
    record Lesson(Map<String, Double> features, String category) {}

    /** What a change of which gives another model of the same examples; part of {@link KeptModels}' key. */
    static final String SOLVER = "L2R_LR 100 0.01";

    private static final double TIGHTNESS = 100;

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
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Feature[]> rows = new ArrayList<>();
        double[] answers = new double[lessons.size()];
        for (Lesson lesson : lessons) {
            lesson.features.keySet().stream().sorted().forEach(name -> {
                if (numbers.putIfAbsent(name, numbers.size() + 1) == null) {
                    names.add(name);
                }
            });
            if (!labels.contains(lesson.category)) {
                labels.add(lesson.category);
            }
            answers[rows.size()] = labels.indexOf(lesson.category);
            rows.add(row(lesson.features, numbers));
        }
        if (labels.size() <= 2) {
            return new Learned(labels, List.of(), new long[0], new double[0]);
        }
        Linear.disableDebugOutput();
        Feature[][] examples = rows.toArray(Feature[][]::new);
        List<double[]> learned = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> against(label, examples, answers, names.size()))
                .toList();
        return model(labels, names, learned);
    }

    /** What tells one category from all the rest: a weight for each feature. */
    private static double[] against(int label, Feature[][] examples, double[] answers, int features) {
        var problem = new Problem();
        problem.l = examples.length;
        problem.n = features;
        problem.x = examples;
        problem.y =
                Arrays.stream(answers).map(answer -> answer == label ? 1 : -1).toArray();
        problem.bias = -1;
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, TIGHTNESS, 0.01));
        return model.getFeatureWeights();
    }

    private Learned model(List<String> labels, List<String> names, List<double[]> learned) {
        Set<String> unknown = new LinkedHashSet<>();
        names.forEach(name -> unknown.addAll(space.words(name)));
        unknown.removeIf(word -> rules.vocabulary().of(word) >= 0);
        List<String> words = List.copyOf(unknown);
        Vocabulary vocabulary = rules.vocabulary().with(words);
        long[] keys = names.stream().mapToLong(name -> space.key(name, vocabulary)).toArray();
        double[] weights = new double[keys.length * labels.size()];
        for (int row = 0; row < keys.length; row++) {
            for (int label = 0; label < labels.size(); label++) {
                weights[row * labels.size() + label] = learned.get(label)[row];
            }
        }
        return new Learned(List.copyOf(labels), words, keys, weights);
    }

    private static Feature[] row(Map<String, Double> features, Map<String, Integer> numbers) {
        return features.entrySet().stream()
                .map(entry -> new FeatureNode(numbers.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .toArray(Feature[]::new);
    }
}
