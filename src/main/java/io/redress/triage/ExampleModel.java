package io.redress.triage;

import java.util.List;

/** What the examples of {@code config/categories.examples.yaml} teach: a logistic regression over the words of a complaint. */
final class ExampleModel {

    /** A small share of what the best category has, so that no single unknown word rules a category out. */
    private static final double LEAST = 0.002;

    private final Learned learned;
    private final FeatureTable table;

    ExampleModel(Learned learned) {
        this.learned = learned;
        table = new FeatureTable(learned.keys());
    }

    /**
     * The model as it is kept.
     *
     * @param labels the categories that have examples
     * @param words those that stand in examples and in no pattern, in the order of their numbers
     * @param keys the features that have weights
     * @param weights for each of the keys one for each of the labels
     */
    record Learned(List<String> labels, List<String> words, long[] keys, double[] weights) {}

    /** Those that stand in examples and in no pattern, in the order of their numbers. */
    List<String> words() {
        return learned.words;
    }

    /** The taught categories, whose numbers are their places here. */
    List<String> labels() {
        return learned.labels;
    }

    /** The natural logarithm of each taught category's probability; empty when the examples know two or fewer. */
    double[] logProbabilities(Features features) {
        if (learned.keys.length == 0) {
            return new double[0];
        }
        double[] weights = learned.weights;
        double[] sums = new double[learned.labels.size()];
        for (int i = 0; i < features.size(); i++) {
            int row = table.row(features.key(i));
            if (row >= 0) {
                double strength = features.strength(i);
                int first = row * sums.length;
                for (int label = 0; label < sums.length; label++) {
                    sums[label] += weights[first + label] * strength;
                }
            }
        }
        // one category against the rest each, as LIBLINEAR reads its own weights
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.log(Math.max(LEAST, sums[i] / total));
        }
        return sums;
    }
}
