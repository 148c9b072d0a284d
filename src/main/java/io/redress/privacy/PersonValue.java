package io.redress.privacy;

import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.TicketNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person is known by, in the form in which tickets keep it.
 *
 * @param text a phone in E.164 without extension, a mail address in small letters, a handle as {@code <platform>:<id>}, or a
 *     ticket's number
 */
public record PersonValue(Kind kind, String text) {

    /** What a value is. */
    public enum Kind implements KeyedEnum {
        PHONE,
        MAIL,
        HANDLE,
        NUMBER
    }

    private static final int LONGEST = 320;
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,253}");
    private static final Pattern HANDLE = Pattern.compile("[a-z][a-z0-9_-]{0,40}:\\S{1,200}");
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{5,20}(;ext=[0-9]{1,10})?");
    private static final Pattern DIALLED = Pattern.compile("[+(]?[0-9][0-9 ()*#./-]{3,30}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Reads what somebody typed: a number of a ticket, an address, a handle, or a phone in any spelling. Nothing of it is a
     * pattern: {@code %} and {@code *} stand for themselves. Empty when it is none of them.
     */
    public static Optional<PersonValue> read(String written, PhoneNumbers phones) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > LONGEST || CONTROL.matcher(text).find()) {
            return Optional.empty();
        }
        Set<String> numbers = TicketNumber.namedIn(text);
        if (numbers.size() == 1 && text.length() == numbers.iterator().next().length()) {
            return Optional.of(new PersonValue(Kind.NUMBER, numbers.iterator().next()));
        }
        if (MAIL.matcher(text).matches()) {
            return Optional.of(new PersonValue(Kind.MAIL, text.toLowerCase(Locale.ROOT)));
        }
        List<String> read = phones.read(text);
        if (read.size() == 1 && E164.matcher(read.get(0)).matches()) {
            return Optional.of(new PersonValue(Kind.PHONE, withoutExtension(read.get(0))));
        }
        if (DIALLED.matcher(text).matches()) {
            return Optional.of(new PersonValue(Kind.PHONE, text)); // no valid number: tickets keep it as it was written
        }
        return HANDLE.matcher(text).matches() ? Optional.of(new PersonValue(Kind.HANDLE, text)) : Optional.empty();
    }

    /** A phone as tickets hold it, without its extension; one that could not be read stays as written. */
    public static String withoutExtension(String phone) {
        return phone.split(";ext=", 2)[0];
    }

    /**
     * The spellings in which it may stand in a file: for a phone E.164, the digits, and the usual groups of a number of the
     * region; other values as they are.
     */
    public Set<String> spellings(PhoneNumbers phones) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(text);
        if (kind == Kind.PHONE && text.startsWith("+")) {
            String digits = phones.dialled(text);
            spellings.add(text.substring(1));
            spellings.add(digits);
            if (digits.length() == 11) {
                String[] groups = {digits.substring(0, 3), digits.substring(3, 7), digits.substring(7)};
                spellings.add(String.join(" ", groups));
                spellings.add(String.join("-", groups));
            }
        }
        if (kind == Kind.HANDLE) {
            spellings.add(text.substring(text.indexOf(':') + 1));
        }
        return spellings;
    }
}
