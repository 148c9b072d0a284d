package io.redress.callback;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which numbers are called: ordinary ones of the shop's countries. Whoever may choose a number could else have the shop call
 * one that earns its owner money: premium-rate, shared-cost, satellite, or far away. By the metadata of libphonenumber.
 *
 * @param home ISO 3166 code: where a number without country code is dialled
 * @param regions ISO 3166 codes of the countries that are called
 */
public record CallableNumbers(String home, Set<String> regions) {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

    private static final Set<PhoneNumberType> ORDINARY = EnumSet.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP,
            PhoneNumberType.TOLL_FREE);

    /** Digits of the shortest number that costs extra; what follows a whole number is not dialled any more. */
    private static final int SHORTEST = 3;

    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final String NO_COUNTRY = "001";

    public CallableNumbers {
        regions = Set.copyOf(regions);
    }

    /**
     * @param named the countries that are called; when empty, home and those of the beginnings
     * @param beginnings of phone numbers, such as {@code +852}: where the shop knows customers to be
     */
    public static CallableNumbers of(String home, Collection<String> named, Collection<String> beginnings) {
        var regions = new TreeSet<>(named);
        if (regions.isEmpty()) {
            regions.add(home);
            beginnings.forEach(beginning -> country(beginning).ifPresent(regions::add));
        }
        return new CallableNumbers(home, regions);
    }

    /** Whether there is such a country. */
    public static boolean isRegion(String code) {
        return PHONES.getSupportedRegions().contains(code);
    }

    /** @param phone in E.164, perhaps with an extension (RFC 3966), or as a person wrote it */
    public boolean include(String phone) {
        String written = phone.strip();
        return written.startsWith("+")
                ? parsed(written)
                        .filter(number -> regions.contains(PHONES.getRegionCodeForNumber(number)))
                        .filter(number -> ORDINARY.contains(PHONES.getNumberType(number)))
                        .isPresent()
                : isLocal(written.replaceAll("[^0-9]", ""));
    }

    /** A number of the house or the town; one that leads abroad, to an emergency service or to a costly number is none. */
    private boolean isLocal(String digits) {
        return !digits.startsWith("00")
                && !SHORT.connectsToEmergencyNumber(digits, home)
                && IntStream.rangeClosed(SHORTEST, digits.length())
                        .mapToObj(length -> parsed(digits.substring(0, length)))
                        .flatMap(Optional::stream)
                        .noneMatch(this::isCostly);
    }

    private boolean isCostly(PhoneNumber number) {
        return (PHONES.isValidNumber(number) && !ORDINARY.contains(PHONES.getNumberType(number)))
                || SHORT.getExpectedCostForRegion(number, home) == ShortNumberInfo.ShortNumberCost.PREMIUM_RATE;
    }

    private Optional<PhoneNumber> parsed(String written) {
        try {
            return Optional.of(PHONES.parse(written, home));
        } catch (NumberParseException e) {
            return Optional.empty(); // no number at all
        }
    }

    private static Optional<String> country(String beginning) {
        String digits = beginning.replaceAll("[^0-9]", "");
        return IntStream.rangeClosed(1, Math.min(LONGEST_COUNTRY_CODE, digits.length()))
                .mapToObj(length -> PHONES.getRegionCodeForCountryCode(Integer.parseInt(digits.substring(0, length))))
                .filter(region -> isRegion(region) && !region.equals(NO_COUNTRY))
                .findFirst();
    }
}
