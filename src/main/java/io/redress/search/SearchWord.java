package io.redress.search;

import java.util.ArrayList;
import java.util.List;

/**
 * One word that was typed, between spaces.
 *
 * @param pieces all of which a ticket has that has the word: pairs of Chinese characters, or parts of {@code wi-fi}
 * @param beginning whether the last piece may be the beginning of a word: the last that was typed, or a single Chinese
 *     character
 * @param codes any of which it may be instead, each with its field: what begins so is found
 */
public record SearchWord(List<String> pieces, boolean beginning, List<String> codes) {

    public SearchWord {
        pieces = List.copyOf(pieces);
        codes = List.copyOf(codes);
    }

    /** The same word as one of the customer's name. */
    public SearchWord inName() {
        return new SearchWord(pieces.stream().map(SearchField.NAME::of).toList(), beginning, List.of());
    }

    /**
     * Its pieces as words of their own, each with its codes if there is one alone: 地砖色差 as 地砖 and 色差, since nobody writes
     * a space between them and most words have two characters. A mail address stays whole.
     */
    List<SearchWord> apart() {
        boolean address = codes.stream().anyMatch(code -> code.startsWith(SearchField.MAIL.of("")));
        if (pieces.size() < 2 || address) {
            return List.of(this);
        }
        List<SearchWord> words = new ArrayList<>();
        String before = "";
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            if (last || !overlaps(before, pieces.get(i))) {
                words.add(new SearchWord(List.of(pieces.get(i)), beginning && last, List.of()));
                before = pieces.get(i);
            } else {
                before = "";
            }
        }
        return words;
    }

    private static boolean overlaps(String pair, String next) {
        return pair.length() > 1
                && Character.isIdeographic(pair.codePointAt(0))
                && Character.isIdeographic(next.codePointAt(0))
                && pair.codePointBefore(pair.length()) == next.codePointAt(0);
    }

    /** Whether a folded word of a text is one of these pieces, or begins as it may. */
    boolean has(String folded) {
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            if (folded.equals(pieces.get(i)) || last && beginning && folded.startsWith(pieces.get(i))) {
                return true;
            }
        }
        return false;
    }
}
