package io.redress.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the words that led to a ticket's category and priority in what the customer wrote. */
public final class MarkedText {

    /** {@code category x because of the words a, b; …} and {@code urgent because … (a)}. */
    private static final Pattern CATEGORY = Pattern.compile("because of the words ([^;]+)");

    private static final Pattern PRIORITY = Pattern.compile("because .*\\(([^()]+)\\)\\s*$");

    private MarkedText() {}

    /** A part of a text, and whether it is one of the words. */
    public record Piece(String text, boolean marked) {}

    /** The words that triage reasons name, the longest first. */
    public static List<String> words(Collection<String> reasons) {
        return reasons.stream()
                .flatMap(reason -> Stream.concat(found(CATEGORY, reason), found(PRIORITY, reason)))
                .flatMap(words -> Arrays.stream(words.split(", ")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    /** The whole text in pieces; words are found in any case. */
    public static List<Piece> of(String text, List<String> words) {
        if (words.isEmpty() || text.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
        }
        Matcher any = Pattern.compile(
                        words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        while (any.find()) {
            if (any.start() > end) {
                pieces.add(new Piece(text.substring(end, any.start()), false));
            }
            pieces.add(new Piece(any.group(), true));
            end = any.end();
        }
        if (end < text.length()) {
            pieces.add(new Piece(text.substring(end), false));
        }
        return pieces;
    }

    private static Stream<String> found(Pattern pattern, String reason) {
        return pattern.matcher(reason).results().map(result -> result.group(1));
    }
}
