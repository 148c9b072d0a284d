package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases of all patterns in one tree over the numbers of words, so that one pass over a text finds every one of them.
 * A step is a look into an array for the first word, and a binary search among the few words that may follow.
 *
 * <p>A phrase has a gate: its word, or its first pair of words. Patterns without an open gate are not looked up.
 */
public final class PhraseTrie {

    private static final int NONE = -1;

    private final int[] roots;
    private final int[] childrenFrom;
    private final int[] childWords;
    private final int[] children;
    private final int[] gates;
    private final int[] phrases;
    final int[] lengths;
    final int gateCount;
    final int listCount;

    private PhraseTrie(Builder built) {
        int nodes = built.gates.size();
        gates = array(built.gates);
        phrases = array(built.phrases);
        lengths = array(built.lengths);
        gateCount = built.gateCount;
        listCount = built.listCount;
        roots = new int[built.vocabulary.size()];
        Arrays.fill(roots, NONE);
        long[] steps =
                built.steps.keySet().stream().mapToLong(step -> step).sorted().toArray();
        childrenFrom = new int[nodes + 1];
        childWords = new int[steps.length];
        children = new int[steps.length];
        for (int i = 0; i < steps.length; i++) {
            int word = (int) steps[i];
            childrenFrom[(int) (steps[i] >> 32) + 1] = i + 1;
            childWords[i] = word;
            children[i] = built.steps.getOrDefault(steps[i], NONE);
            if (steps[i] >> 32 == 0) {
                roots[word] = children[i];
            }
        }
        for (int node = 1; node <= nodes; node++) {
            childrenFrom[node] = Math.max(childrenFrom[node], childrenFrom[node - 1]);
        }
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The node of a text's word as a first one; negative when no phrase begins with it. */
    int root(int word) {
        return word >= 0 && word < roots.length ? roots[word] : NONE;
    }

    /** The node behind one; negative when no phrase goes on like this. */
    int next(int node, int word) {
        int at = Arrays.binarySearch(childWords, childrenFrom[node], childrenFrom[node + 1], word);
        return at < 0 ? NONE : children[at];
    }

    /** The gate that opens here; negative when none does. */
    int gate(int node) {
        return gates[node];
    }

    /** The phrase that ends here; negative when none does. */
    int phrase(int node) {
        return phrases[node];
    }

    /** Collects the phrases while patterns are read. */
    static final class Builder {

        private final Vocabulary vocabulary;
        private final Map<Long, Integer> steps = new HashMap<>();
        private final List<Integer> gates = new ArrayList<>(List.of(NONE));
        private final List<Integer> phrases = new ArrayList<>(List.of(NONE));
        private final List<Integer> lengths = new ArrayList<>();
        private int gateCount;
        private int listCount;

        Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        PatternNode.Phrase add(List<String> words) {
            int[] numbers = words.stream().mapToInt(vocabulary::add).toArray();
            int gate = NONE;
            int node = 0;
            for (int i = 0; i < numbers.length; i++) {
                node = next(node, numbers[i]);
                if (i == Math.min(1, numbers.length - 1)) {
                    gate = gate(node);
                }
            }
            return new PatternNode.Phrase(phrase(node, numbers.length), gate, numbers);
        }

        /** A list that is looked up once in each text. */
        PatternNode.Named name(PatternNode list) {
            return new PatternNode.Named(list, listCount++);
        }

        PhraseTrie build() {
            return new PhraseTrie(this);
        }

        private int next(int node, int word) {
            Integer known = steps.putIfAbsent((long) node << 32 | word, gates.size());
            if (known != null) {
                return known;
            }
            gates.add(NONE);
            phrases.add(NONE);
            return gates.size() - 1;
        }

        private int gate(int node) {
            if (gates.get(node) == NONE) {
                gates.set(node, gateCount++);
            }
            return gates.get(node);
        }

        private int phrase(int node, int length) {
            if (phrases.get(node) == NONE) {
                phrases.set(node, lengths.size());
                lengths.add(length);
            }
            return phrases.get(node);
        }
    }
}
