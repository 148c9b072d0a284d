package io.redress.triage;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the examples of {@code config/categories.examples.yaml} teach: a logistic regression (LIBLINEAR) over the words of
 * a complaint. The same examples give the same model.
 */
final class ExampleModel {

    /** One example: what stands in it, by name with a strength, and what it is. */
    record Lesson(Map<String, Double> features, String category) {}

    /** A small share of what the best category has, so that no single unknown word rules a category out. */
    private static final double LEAST = Tuning.of("least",0.002);

    private static final double TIGHTNESS = Tuning.of("c",100);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final @Nullable Model model;

    ExampleModel(List<Lesson> lessons) {
        List<Feature[]> rows = new ArrayList<>();
        double[] answers = new double[lessons.size()];
        for (Lesson lesson : lessons) {
            lesson.features.keySet().stream().sorted().forEach(name -> numbers.putIfAbsent(name, numbers.size() + 1));
            if (!labels.contains(lesson.category)) {
                labels.add(lesson.category);
            }
            answers[rows.size()] = labels.indexOf(lesson.category);
            rows.add(row(lesson.features));
        }
        if (labels.size() < 2) {
            model = null;
            return;
        }
        var problem = new Problem();
        problem.l = lessons.size();
        problem.n = numbers.size();
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = answers;
        problem.bias = -1;
        Linear.disableDebugOutput();
        model = Linear.train(problem, new Parameter(SolverType.L2R_LR, TIGHTNESS, 0.01));
    }

    /** The natural logarithm of each taught category's probability; empty when the examples know but one category. */
    Map<String, Double> logProbabilities(Map<String, Double> features) {
        if (model == null) {
            return Map.of();
        }
        double[] probabilities = new double[labels.size()];
        Linear.predictProbability(model, row(features), probabilities);
        Map<String, Double> logs = new HashMap<>();
        int[] order = model.getLabels();
        for (int i = 0; i < order.length; i++) {
            logs.put(labels.get(order[i]), Math.log(Math.max(LEAST, probabilities[i])));
        }
        return logs;
    }

    private Feature[] row(Map<String, Double> features) {
        return features.entrySet().stream()
                .filter(entry -> numbers.containsKey(entry.getKey()))
                .map(entry -> new FeatureNode(numbers.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .toArray(Feature[]::new);
    }
}
