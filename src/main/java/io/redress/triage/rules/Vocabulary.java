package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words as numbers from 0: those of all patterns first, in the order of the files, then those that the examples teach. A
 * word that it does not have gets a number of its own in each text. Once the rules are compiled it does not change.
 */
public final class Vocabulary {

    /** Of all words of one text and of this together; three numbers fit into one long. */
    public static final int BITS = 21;

    private static final char FIRST_HAN = 0x3400;
    private static final char LAST_HAN = 0x9FFF;

    private final List<String> words;
    private final Map<String, Integer> numbers;

    /** Of words of one Han character, which most words of Chinese are: the number and 1. */
    private final int[] ofHan;

    Vocabulary() {
        words = new ArrayList<>();
        numbers = new HashMap<>();
        ofHan = new int[LAST_HAN - FIRST_HAN + 1];
    }

    private Vocabulary(Vocabulary other) {
        words = new ArrayList<>(other.words);
        numbers = new HashMap<>(other.numbers);
        ofHan = other.ofHan.clone();
    }

    /** These words with the same numbers, and others behind them. */
    public Vocabulary with(List<String> others) {
        var more = new Vocabulary(this);
        others.forEach(more::add);
        return more;
    }

    /** The word's number; a new one if need be. */
    int add(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        if (word.length() == 1 && isHan(word.charAt(0))) {
            ofHan[word.charAt(0) - FIRST_HAN] = words.size();
        }
        return words.size() - 1;
    }

    /** The word's number; -1 when it has none. */
    public int of(String word) {
        Integer number = numbers.get(word);
        return number == null ? -1 : number;
    }

    /** As {@link #of(String)}, for a character of which {@link #isHan} is true. */
    int of(char han) {
        return ofHan[han - FIRST_HAN] - 1;
    }

    static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    public String word(int number) {
        return words.get(number);
    }

    public int size() {
        return words.size();
    }

    /** The words from a number on, in the order of their numbers. */
    public List<String> from(int number) {
        return List.copyOf(words.subList(number, words.size()));
    }
}
