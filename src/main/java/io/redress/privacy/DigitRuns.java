package io.redress.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds digits that may belong to one number: groups with a blank, a hyphen or a parenthesis between them. Digits that
 * hang together with letters are a code, such as a ticket's, a parcel's or a file's, but for a word like {@code tel}.
 */
final class DigitRuns {

    private static final Set<String> LABELS =
            Set.of("tel", "phone", "mobile", "mob", "cell", "call", "id", "no", "card", "visa", "wechat", "wx", "fax");

    private static final int MOST_BETWEEN = 2;

    private final String text;
    private final List<List<DigitGroup>> runs = new ArrayList<>();
    private List<DigitGroup> run = new ArrayList<>();

    private DigitRuns(String text) {
        this.text = text;
    }

    static List<List<DigitGroup>> in(String text) {
        return new DigitRuns(text).found();
    }

    private List<List<DigitGroup>> found() {
        int at = 0;
        int between = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isInToken(folded(end))) {
                end++;
            }
            if (end > at) {
                token(at, end);
                between = 0;
                at = end;
            } else {
                if (!isBetween(text.charAt(at)) || ++between > MOST_BETWEEN) {
                    finish();
                }
                at++;
            }
        }
        finish();
        return runs;
    }

    private void token(int start, int end) {
        int from = afterLabel(start, end);
        int to = end;
        while (to > from && folded(to - 1) == '-') {
            to--;
        }
        if (hasLetters(from, to)) {
            finish();
            return;
        }
        boolean plus = start == from && start > 0 && (text.charAt(start - 1) == '+' || text.charAt(start - 1) == '＋');
        if (plus || from > start) {
            finish();
        }
        int at = from;
        while (at < to) {
            int stop = at;
            while (stop < to && folded(stop) != '-') {
                stop++;
            }
            if (stop > at) {
                run.add(new DigitGroup(at, digits(at, stop), plus));
                plus = false;
            }
            at = stop + 1;
        }
    }

    /** Letters but for an X at the end, which an identity number may have. */
    private boolean hasLetters(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean check = at == to - 1 && at > from && folded(at) == 'X';
            if (isLetter(folded(at)) && !check) {
                return true;
            }
        }
        return false;
    }

    private int afterLabel(int start, int end) {
        int at = start;
        var word = new StringBuilder();
        while (at < end && isLetter(folded(at))) {
            word.append(folded(at++));
        }
        return LABELS.contains(word.toString().toLowerCase(Locale.ROOT)) ? at : start;
    }

    private String digits(int from, int to) {
        var digits = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            digits.append(folded(at));
        }
        return digits.toString();
    }

    private void finish() {
        if (!run.isEmpty()) {
            runs.add(run);
            run = new ArrayList<>();
        }
    }

    /** A character as ASCII has it, letters as capitals where only their being letters counts. */
    private char folded(int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return c == 'x' ? 'X' : c;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (c >= 'Ａ' && c <= 'ｚ' && Character.isLetter(c)) {
            char letter = (char) (c - 'Ａ' + 'A');
            return letter == 'x' ? 'X' : letter;
        }
        return c == '－' || c >= '\u2010' && c <= '\u2014' ? '-' : c;
    }

    private static boolean isInToken(char c) {
        return c == '-' || c >= '0' && c <= '9' || isLetter(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** Blanks of one line, what is not seen, parentheses of an area code, and a plus sign. */
    private static boolean isBetween(char c) {
        return c == ' '
                || c == '\u00a0'
                || c == '\u3000'
                || c == '\ufeff'
                || c >= '\u2000' && c <= '\u200d'
                || "()（）".indexOf(c) >= 0;
    }
}
