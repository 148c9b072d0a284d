package io.redress.triage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the examples of {@code config/categories.examples.yaml} teach: a logistic regression (LIBLINEAR) over the words of
 * a complaint. The same examples give the same model.
 */
final class ExampleModel {

    /** One example: what stands in it, by name with a strength, and what it is. */
    record Lesson(Map<String, Double> features, String category) {}

    /** A small share of what the best category has, so that no single unknown word rules a category out. */
    private static final double LEAST = 0.002;

    private static final double TIGHTNESS = 100;

    /** Most reloads change no example; and what checks the rules learns them before what uses them does. */
    private static final Cache<List<Lesson>, ExampleModel> LEARNED =
            Caffeine.newBuilder().maximumSize(2).softValues().build();

    private final List<String> labels = new ArrayList<>();
    private final Map<String, double[]> weights = new HashMap<>();

    /** What the lessons teach, learned now or before. */
    static ExampleModel of(List<Lesson> lessons) {
        return LEARNED.get(List.copyOf(lessons), ExampleModel::new);
    }

    private ExampleModel(List<Lesson> lessons) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Feature[]> rows = new ArrayList<>();
        double[] answers = new double[lessons.size()];
        for (Lesson lesson : lessons) {
            lesson.features.keySet().stream().sorted().forEach(name -> numbers.putIfAbsent(name, numbers.size() + 1));
            if (!labels.contains(lesson.category)) {
                labels.add(lesson.category);
            }
            answers[rows.size()] = labels.indexOf(lesson.category);
            rows.add(row(lesson.features, numbers));
        }
        if (labels.size() > 2) {
            learn(rows, answers, numbers);
        }
    }

    private void learn(List<Feature[]> rows, double[] answers, Map<String, Integer> numbers) {
        Linear.disableDebugOutput();
        Feature[][] examples = rows.toArray(Feature[][]::new);
        List<double[]> learned = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> against(label, examples, answers, numbers.size()))
                .toList();
        numbers.forEach((name, number) -> {
            double[] own = new double[learned.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = learned.get(i)[number - 1];
            }
            weights.put(name, own);
        });
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

    /** The natural logarithm of each taught category's probability; empty when the examples know two or fewer. */
    Map<String, Double> logProbabilities(Map<String, Double> features) {
        if (weights.isEmpty()) {
            return Map.of();
        }
        double[] sums = new double[labels.size()];
        features.forEach((name, strength) -> {
            double[] own = weights.get(name);
            if (own != null) {
                for (int i = 0; i < own.length; i++) {
                    sums[i] += own[i] * strength;
                }
            }
        });
        // one category against the rest each, as LIBLINEAR reads its own weights
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
            total += sums[i];
        }
        Map<String, Double> logs = new HashMap<>();
        for (int i = 0; i < sums.length; i++) {
            logs.put(labels.get(i), Math.log(Math.max(LEAST, sums[i] / total)));
        }
        return logs;
    }

    private static Feature[] row(Map<String, Double> features, Map<String, Integer> numbers) {
        return features.entrySet().stream()
                .map(entry -> new FeatureNode(numbers.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .toArray(Feature[]::new);
    }
}
