package io.redress.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People's phone numbers: mobile numbers, numbers with an area code, and numbers with a country's. */
final class PhoneNumberFinder {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.VOIP);

    /** {@code 138 0013 8000}, with or without {@code 86} or a trunk prefix before it. */
    private static final Pattern MOBILE = Pattern.compile("(?:0086|86|0)?1[3-9][0-9]{9}");

    private static final Pattern AREA = Pattern.compile("0[0-9]{9,11}");
    private static final String CHINA = "CN";

    private PhoneNumberFinder() {}

    /**
     * How many digits at the beginning stay readable; -1 when it is nobody's phone number.
     *
     * @param first digits before the first blank or hyphen
     * @param international whether a {@code +} stands before it
     */
    static int readable(String digits, int first, boolean international) {
        if (digits.length() < 8 || digits.length() > 16 || digits.indexOf('X') >= 0) {
            return -1;
        }
        if (!international && MOBILE.matcher(digits).matches() && first >= 2) {
            return digits.length() - 8;
        }
        boolean abroad = international || digits.startsWith("00");
        if (!abroad && !(AREA.matcher(digits).matches() && (first == digits.length() || first <= 4))) {
            return -1;
        }
        PhoneNumber number = parsed(international ? "+" + digits : digits);
        if (number == null || !PHONES.isValidNumber(number) || !PERSONAL.contains(PHONES.getNumberType(number))) {
            return -1;
        }
        int national = PHONES.getNationalSignificantNumber(number).length();
        if (abroad) {
            return digits.length() - national + (national >= 10 ? 3 : 0);
        }
        return first < digits.length() ? first : 3;
    }

    private static @Nullable PhoneNumber parsed(String written) {
        try {
            return PHONES.parse(written, CHINA);
        } catch (NumberParseException e) {
            return null; // some other number
        }
    }
}
