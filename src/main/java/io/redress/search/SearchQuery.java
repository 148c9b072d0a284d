package io.redress.search;

import com.ibm.icu.text.Normalizer2;
import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search box, as all that it may be. Nothing of it is a pattern: {@code %} and {@code *} stand
 * for themselves.
 *
 * @param text what was typed, full width folded, without control characters
 * @param number a ticket's number as the hub writes it; null when it is none
 * @param item an item's id; null when it is none
 * @param person a phone, mail address or handle as tickets have them; null when it is none
 * @param codes words of the index that it is as a whole: an order, a serial, a handle, the end of a ticket's number
 * @param words what is looked for in texts; empty when it is certainly something else
 */
public record SearchQuery(
        String text,
        @Nullable String number,
        @Nullable UUID item,
        @Nullable PersonValue person,
        List<String> codes,
        List<SearchWord> words) {

    /** Characters. */
    public static final int LONGEST = 200;

    public static final int SHORTEST = 2;
    /** Further words are not looked for. */
    public static final int MOST_WORDS = 16;

    private static final int MOST_PARTS = 32;
    private static final int SHORTEST_CODE = 4;
    private static final int SHORTEST_BEGINNING = 3;
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DIALLED = Pattern.compile("[+(]?[0-9][0-9 ()*#./-]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern HAS_DIGIT = Pattern.compile(".*[0-9].*");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]{" + SHORTEST_CODE + "," + SearchCode.LONGEST + "}");

    public SearchQuery {
        codes = List.copyOf(codes);
        words = List.copyOf(words);
    }

    /**
     * Reads what was typed.
     *
     * @param phones read phones as tickets have them
     * @throws IllegalArgumentException when it is too short, too long, or has neither letter nor digit; the message says so
     */
    public static SearchQuery read(String typed, PhoneNumbers phones) {
        if (typed.length() > LONGEST) {
            throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
        }
        String text =
                CONTROL.matcher(COMPATIBLE.normalize(typed)).replaceAll(" ").strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw new IllegalArgumentException("must have at least " + SHORTEST + " characters");
        }
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("must have a letter or a digit");
        }
        UUID item = uuid(text);
        String number = SearchCode.ticketNumber(text);
        PersonValue person = person(text, phones).orElse(null);
        boolean certain = item != null
                || number != null && !DIGITS.matcher(SearchCode.of(text)).matches()
                || person != null
                        && person.kind() == Kind.PHONE
                        && person.text().startsWith("+");
        return new SearchQuery(
                text,
                number,
                item,
                person,
                item == null ? codes(text, person) : List.of(),
                certain ? List.of() : words(text));
    }

    /** The words that are looked for where no ticket has {@link #words} as they were typed. */
    public List<SearchWord> parts() {
        return words.stream()
                .flatMap(word -> word.apart().stream())
                .distinct()
                .limit(MOST_PARTS)
                .toList();
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null; // it is not one, but words or a number
        }
    }

    private static Optional<PersonValue> person(String text, PhoneNumbers phones) {
        return PersonValue.read(text, phones).filter(value -> value.kind() != Kind.NUMBER);
    }

    private static List<String> codes(String text, @Nullable PersonValue person) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(SearchField.HANDLE.of(text));
        String code = SearchCode.of(text);
        if (HAS_DIGIT.matcher(code).matches() && CODE.matcher(code).matches()) {
            codes.add(SearchField.SERIAL.of(code));
            codes.add(SearchField.ORDER.of(code));
            codes.add(SearchField.TICKET.of(SearchCode.ofTicket(text)));
        }
        if (person != null
                && person.kind() == Kind.PHONE
                && DIALLED.matcher(text).matches()) {
            codes.add(SearchField.PHONE.of(code));
        }
        return List.copyOf(codes);
    }

    private static List<SearchWord> words(String text) {
        // 138 0013 is one number
        List<String> typed = DIALLED.matcher(text).matches() ? List.of(SearchCode.of(text)) : split(text);
        List<SearchWord> words = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            word(typed.get(i), i == typed.size() - 1).ifPresent(words::add);
        }
        return words;
    }

    private static List<String> split(String text) {
        return SPACES.splitAsStream(text).limit(MOST_WORDS).toList();
    }

    private static Optional<SearchWord> word(String typed, boolean last) {
        List<String> pieces = SearchTokenizer.words(SearchTokenizer.composed(typed)).stream()
                .map(SearchTokenizer.Word::text)
                .distinct()
                .toList();
        List<String> codes = codesBeginning(typed);
        if (pieces.isEmpty() && codes.isEmpty()) {
            return Optional.empty();
        }
        String end = pieces.isEmpty() ? "" : pieces.get(pieces.size() - 1);
        boolean address = typed.indexOf('@') > 0; // found by its own beginning; that of example.com is everybody's
        boolean beginning =
                isSingleOfCjk(end) || last && !address && isLatin(end) && end.length() >= SHORTEST_BEGINNING;
        return Optional.of(new SearchWord(pieces, beginning, codes));
    }

    private static boolean isSingleOfCjk(String piece) {
        return !piece.isEmpty()
                && piece.codePointCount(0, piece.length()) == 1
                && Character.isIdeographic(piece.codePointAt(0));
    }

    private static boolean isLatin(String piece) {
        return piece.codePoints().noneMatch(Character::isIdeographic);
    }

    private static List<String> codesBeginning(String typed) {
        String code = SearchCode.of(typed);
        if (typed.indexOf('@') > 0) {
            return List.of(SearchField.MAIL.of(StringUtils.strip(typed, ",;<>()")));
        }
        if (!HAS_DIGIT.matcher(code).matches() || !CODE.matcher(code).matches()) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        codes.add(SearchField.ORDER.of(code));
        codes.add(SearchField.SERIAL.of(code));
        codes.add(SearchField.TICKET.of(SearchCode.ofTicket(typed)));
        if (DIGITS.matcher(code).matches()) {
            codes.add(SearchField.PHONE.of(code));
            codes.add(SearchField.PHONE_END.of(StringUtils.reverse(code)));
        }
        return List.copyOf(codes);
    }
}
