package io.redress.audit;

import io.redress.handoff.KeyedDigest;
import io.redress.privacy.PersonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What somebody looked for, as the log keeps it: a keyed mark of each value in its normal form, so that whoever has the hub's key
 * finds out who looked for a phone, and nobody reads phones out of the log.
 */
public final class AuditMarks {

    private static final String TICKET = "ticket:";
    private static final int FEWEST_DIGITS = 4;
    private static final int LONGEST = 1_000;
    private static final Pattern DIGITS = Pattern.compile("[+(]?[0-9][0-9 ()*#./-]*");
    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

    private final KeyedDigest key;
    private final Function<String, Optional<PersonValue>> persons;

    /** @param persons reads phones, addresses, handles and numbers of tickets as the hub does */
    public AuditMarks(KeyedDigest key, Function<String, Optional<PersonValue>> persons) {
        this.key = key;
        this.persons = persons;
    }

    /** The targets of something that was looked for. */
    public List<String> of(String typed) {
        String text = typed.strip();
        List<String> marks = new ArrayList<>();
        if (text.isEmpty()) {
            return marks;
        }
        Optional<PersonValue> person = persons.apply(text);
        if (person.filter(value -> value.kind() == PersonValue.Kind.NUMBER).isPresent()) {
            marks.add(TICKET + person.get().text());
            return marks;
        }
        person.ifPresent(value -> marks.add(person(value)));
        String digits = digits(text);
        if (DIGITS.matcher(text).matches() && digits.length() >= FEWEST_DIGITS) {
            marks.add(mark("digits", digits));
        }
        if (marks.isEmpty()) {
            marks.add(words(text));
        }
        return marks;
    }

    /** The targets of entries that somebody asks for by the same value, whichever way it was looked for: by all of it, or by part. */
    public Set<String> searched(String typed) {
        String text = typed.strip();
        Set<String> marks = new LinkedHashSet<>(of(text));
        marks.add(words(text));
        persons.apply(text)
                .filter(value -> value.kind() == PersonValue.Kind.PHONE)
                .ifPresent(value -> parts(digits(value.text()), marks));
        return marks;
    }

    /** How the log names a ticket. */
    public static String ticket(String number) {
        return TICKET + number.toUpperCase(Locale.ROOT);
    }

    private void parts(String digits, Set<String> marks) {
        for (int from = 0; from < digits.length(); from++) {
            for (int to = from + FEWEST_DIGITS; to <= digits.length(); to++) {
                marks.add(mark("digits", digits.substring(from, to)));
            }
        }
    }

    private String person(PersonValue value) {
        return mark("person", value.text());
    }

    private String words(String text) {
        String normal = SPACES.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return mark("words", normal.length() > LONGEST ? normal.substring(0, LONGEST) : normal);
    }

    private String mark(String kind, String value) {
        return kind + "#" + key.of(kind + ":" + value);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
