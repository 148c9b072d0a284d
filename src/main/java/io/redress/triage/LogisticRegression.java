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
import io.redress.triage.ExampleLearning.Lesson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Learns from lessons, by LIBLINEAR. The same lessons give the same weights. */
final class LogisticRegression {

    private static final double TIGHTNESS = 100;
    private static final double ENOUGH = 0.01;

    /** What a change of which gives other weights for the same lessons; part of {@link KeptModels}' key. */
    static final String SOLVER = "L2R_LR " + TIGHTNESS + " " + ENOUGH;

    /** Most edits of rules change no lesson. */
    private static final Cache<List<Lesson>, Weights> LEARNED =
            Caffeine.newBuilder().maximumSize(2).softValues().build();

    /**
     * What was learned.
     *
     * @param names of the features
     * @param ofLabels for each label a weight for each feature; empty when there are two labels or fewer
     */
    record Weights(List<String> labels, List<String> names, List<double[]> ofLabels) {}

    private LogisticRegression() {}

    /** What the lessons teach, learned now or before. */
    static Weights of(List<Lesson> lessons) {
        return LEARNED.get(List.copyOf(lessons), LogisticRegression::learned);
    }

    private static Weights learned(List<Lesson> lessons) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Feature[]> rows = new ArrayList<>();
        double[] answers = new double[lessons.size()];
        for (Lesson lesson : lessons) {
            lesson.features().keySet().stream().sorted().forEach(name -> {
                if (numbers.putIfAbsent(name, numbers.size() + 1) == null) {
                    names.add(name);
                }
            });
            if (!labels.contains(lesson.category())) {
                labels.add(lesson.category());
            }
            answers[rows.size()] = labels.indexOf(lesson.category());
            rows.add(row(lesson.features(), numbers));
        }
        if (labels.size() <= 2) {
            return new Weights(labels, List.of(), List.of());
        }
        Linear.disableDebugOutput();
        Feature[][] examples = rows.toArray(Feature[][]::new);
        List<double[]> ofLabels = IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> against(label, examples, answers, names.size()))
                .toList();
        return new Weights(labels, names, ofLabels);
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
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, TIGHTNESS, ENOUGH));
        return model.getFeatureWeights();
    }

    private static Feature[] row(Map<String, Double> features, Map<String, Integer> numbers) {
        return features.entrySet().stream()
                .map(entry -> new FeatureNode(numbers.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .toArray(Feature[]::new);
    }
}
