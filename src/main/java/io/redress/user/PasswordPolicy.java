package io.redress.user;

import io.redress.user.UserRefused.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords a user may choose (NIST SP 800-63B, section 5.1.1.2): long ones that are not easily guessed. Any characters
 * will do, and none must be there.
 */
public final class PasswordPolicy {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 256;

    /** What must be left without words that are easily guessed. */
    private static final int LEAST_LEFT = 6;

    private static final int SHORTEST_WORD = 2;
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** All of it says the same few characters again and again. */
    private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1{2,}.{0,3}", Pattern.DOTALL);

    private final List<String> guessable;

    /** @param shopWords the shop's names, with which guesses begin */
    public PasswordPolicy(Collection<String> shopWords) {
        var words = new TreeSet<>(common());
        shopWords.forEach(name -> words.addAll(words(name)));
        this.guessable = longestFirst(words);
    }

    /** The same password however a keyboard composed it (NFKC); what is hashed and compared. */
    public static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Whether it is too long to be anybody's. */
    public static boolean isTooLong(String normalised) {
        return normalised.codePointCount(0, normalised.length()) > LONGEST;
    }

    /**
     * Refuses a password that the user may not choose.
     *
     * @param typed as the user typed it
     * @throws UserRefused saying why
     */
    public void check(String typed, User user) {
        String password = normalised(typed);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new UserRefused(
                    Reason.PASSWORD_SHORT,
                    "The password is shorter than " + SHORTEST + " characters",
                    "Take several words that do not belong together.");
        }
        if (isTooLong(password)) {
            throw new UserRefused(
                    Reason.PASSWORD_LONG,
                    "The password is longer than " + LONGEST + " characters",
                    "Take a shorter one.");
        }
        if (isGuessable(password, user)) {
            throw new UserRefused(
                    Reason.PASSWORD_GUESSABLE,
                    "The password is among those that are tried first",
                    "Take several words that do not belong together, without names of yours or of the shop.");
        }
    }

    private boolean isGuessable(String password, User user) {
        String left = password.toLowerCase(Locale.ROOT);
        if (REPEATED.matcher(left).matches()) {
            return true;
        }
        var own = new TreeSet<String>();
        for (String name : names(user)) {
            own.addAll(words(name));
        }
        List<String> words = longestFirst(own);
        left = without(without(left, words), guessable);
        left = withoutRuns(left);
        left = without(without(plain(left), words), guessable);
        return left.codePointCount(0, left.length()) < LEAST_LEFT;
    }

    private static List<String> names(User user) {
        String mail = Objects.requireNonNullElse(user.mail(), "");
        return List.of(user.login(), user.displayName(), mail);
    }

    private static String without(String text, List<String> words) {
        String left = text;
        for (String word : words) {
            left = left.replace(word, "");
        }
        return left;
    }

    /** Without {@code 1234}, {@code aaa}, {@code cba}: three or more characters, each next to the one before. */
    private static String withoutRuns(String text) {
        var left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = runEnd(text, at);
            if (end - at < 3) {
                end = at + 1;
                left.append(text.charAt(at));
            }
            at = end;
        }
        return left.toString();
    }

    private static int runEnd(String text, int start) {
        if (start + 1 >= text.length()) {
            return start + 1;
        }
        int step = text.charAt(start + 1) - text.charAt(start);
        if (Math.abs(step) > 1) {
            return start + 1;
        }
        int end = start + 1;
        while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
            end++;
        }
        return end;
    }

    /** With the letters that digits and signs stand for. */
    private static String plain(String text) {
        return text.replace('0', 'o')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('5', 's')
                .replace('1', 'i')
                .replace('!', 'i');
    }

    private static Set<String> words(@Nullable String name) {
        var words = new TreeSet<String>();
        if (name != null) {
            String folded = normalised(name).toLowerCase(Locale.ROOT);
            Arrays.stream(WORD_END.split(folded))
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .forEach(words::add);
        }
        return words;
    }

    private static List<String> longestFirst(Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static List<String> common() {
        try (var in = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream("guessable-words.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
