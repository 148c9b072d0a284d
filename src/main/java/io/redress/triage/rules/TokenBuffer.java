package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the words of a text as numbers, with where each stands. */
final class TokenBuffer {

    private final Vocabulary vocabulary;
    private final Map<String, Integer> numbers = new HashMap<>();
    final List<String> others = new ArrayList<>();
    int[] words = new int[64];
    int[] positions = new int[64];
    int[] clauses = new int[64];
    int[] from = new int[64];
    int[] to = new int[64];
    int size;

    TokenBuffer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(CharSequence word, int position, int clause, int start, int end) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
            clauses = Arrays.copyOf(clauses, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        words[size] = number(word);
        positions[size] = position;
        clauses[size] = clause;
        from[size] = start;
        to[size] = end;
        size++;
    }

    private int number(CharSequence written) {
        if (written.length() == 1 && Vocabulary.isHan(written.charAt(0))) {
            int known = vocabulary.of(written.charAt(0));
            if (known >= 0) {
                return known;
            }
        }
        String word = written.toString();
        int known = vocabulary.of(word);
        return known >= 0
                ? known
                : numbers.computeIfAbsent(word, other -> {
                    others.add(other);
                    return vocabulary.size() + others.size() - 1;
                });
    }

    /** The position of the next word behind a gap. */
    int next(int gap) {
        return size == 0 ? 0 : positions[size - 1] + 1 + gap;
    }

    /** The number of the clause that begins. */
    int nextClause() {
        return size == 0 ? 0 : clauses[size - 1] + 1;
    }
}
