package io.redress.privacy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks people's numbers in free text, and leaves of each what lets staff recognise it: {@code 138****8000} of a phone,
 * the last four of the others. Blanks and hyphens stay. What is masked once stays as it is.
 */
public final class Masking {

    private static final Masking ALL = new Masking(EnumSet.allOf(MaskedKind.class));
    private static final int LONGEST = 19;
    private static final int SHORTEST = 8;
    private static final int MOST_GROUPS = 8;
    private static final int LAST = 4;
    private static final char MASK = '*';

    private final Set<MaskedKind> kinds;

    public Masking(Set<MaskedKind> kinds) {
        this.kinds = kinds.isEmpty() ? EnumSet.noneOf(MaskedKind.class) : EnumSet.copyOf(kinds);
    }

    /** Masks every kind of number. */
    public static Masking all() {
        return ALL;
    }

    /** The same text, or the text with its numbers masked. */
    public String mask(String text) {
        if (kinds.isEmpty() || !hasDigits(text)) {
            return text;
        }
        StringBuilder masked = null;
        for (List<DigitGroup> run : DigitRuns.in(text)) {
            for (int first = 0; first < run.size(); first++) {
                for (int last = furthest(run, first); last >= first; last--) {
                    List<DigitGroup> number = run.subList(first, last + 1);
                    int readable = readable(text, number);
                    if (readable >= 0) {
                        masked = masked == null ? new StringBuilder(text) : masked;
                        cover(masked, number, readable);
                        first = last;
                        break;
                    }
                }
            }
        }
        return masked == null ? text : masked.toString();
    }

    /** As {@link #mask}; null for null. */
    public @Nullable String maskOrNull(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    private int readable(String text, List<DigitGroup> number) {
        DigitGroup head = number.get(0);
        int length = length(number);
        if (length < SHORTEST || length > LONGEST) {
            return -1;
        }
        String digits = joined(number);
        boolean whole = number.size() == 1;
        boolean id = kinds.contains(MaskedKind.ID_CARD) && IdCard.matches(digits);
        if (id && IdCard.isSure(digits)) {
            return 0;
        }
        boolean card = kinds.contains(MaskedKind.BANK_CARD)
                && (whole || isInFours(number) || isInParts(number))
                && BankCard.matches(digits, true);
        int phone = kinds.contains(MaskedKind.PHONE)
                ? PhoneNumberFinder.readable(digits, head.digits().length(), head.plus())
                : -1;
        if (!(id && whole) && !card && phone < 0) {
            return -1;
        }
        var around = new NumberContext(
                text, head.start(), number.get(number.size() - 1).end());
        if (around.nameSomethingElse()) {
            return -1;
        }
        boolean named = isInFours(number) || around.nameACard();
        return id && whole || card && BankCard.matches(digits, named) ? 0 : phone;
    }

    private static void cover(StringBuilder masked, List<DigitGroup> number, int readable) {
        int digits = length(number);
        int seen = 0;
        for (DigitGroup group : number) {
            for (int at = group.start(); at < group.end(); at++) {
                if (++seen > readable && seen <= digits - LAST) {
                    masked.setCharAt(at, MASK);
                }
            }
        }
    }

    private static int length(List<DigitGroup> number) {
        int length = 0;
        for (DigitGroup group : number) {
            length += group.digits().length();
        }
        return length;
    }

    private static String joined(List<DigitGroup> number) {
        if (number.size() == 1) {
            return number.get(0).digits();
        }
        var digits = new StringBuilder();
        number.forEach(group -> digits.append(group.digits()));
        return digits.toString();
    }

    private static int furthest(List<DigitGroup> run, int first) {
        int digits = run.get(first).digits().length();
        int last = first;
        while (last + 1 < run.size()
                && last - first < MOST_GROUPS
                && !run.get(last + 1).plus()
                && (digits += run.get(last + 1).digits().length()) <= LONGEST) {
            last++;
        }
        return last;
    }

    /** As it is embossed: four digits and four digits, the last maybe fewer. */
    private static boolean isInFours(List<DigitGroup> number) {
        int last = number.size() - 1;
        return last >= 3
                && number.subList(0, last).stream()
                        .allMatch(group -> group.digits().length() == 4)
                && number.get(last).digits().length() <= 4;
    }

    /** As American Express and Diners Club do (4-6-5, 4-6-4), and as banks in China print it (6-13). */
    private static boolean isInParts(List<DigitGroup> number) {
        int first = number.get(0).digits().length();
        return number.size() == 3 && first == 4 && number.get(1).digits().length() == 6
                || number.size() == 2 && first == 6;
    }

    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c >= '0' && c <= '9' || c >= 0x80 && Character.isDigit(c)) && ++digits == SHORTEST) {
                return true;
            }
        }
        return false;
    }
}
