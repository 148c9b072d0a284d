package io.redress.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Phone numbers in E.164, by libphonenumber.
 *
 * @param region ISO 3166 code: where a number without country code is
 */
public record PhoneNumbers(String region) {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    /** How Chinese numbers name an extension, which libphonenumber does not know. */
    private static final Pattern EXTENSION = Pattern.compile("转|轉|分机|分機");
    /** {@code 021-54321098-801}, {@code 010-62345678(801)}; of one digit it may be a second line, or a count. */
    private static final Pattern EXTENSION_BEHIND = Pattern.compile(
            "(.{0,40}\\p{Nd})\\s{0,5}(?:[-－–—]\\s{0,5}(\\p{Nd}{2,6})|[(（]\\s{0,5}(\\p{Nd}{2,6})\\s{0,5}[)）])");
    /** Whose number it is: {@code 13812345678（李先生）}. Any other remark, such as 空号 (no such number), is for a person to read. */
    private static final Pattern NAME_BEHIND =
            Pattern.compile("(.{0,60}[\\p{Nd})）])\\s{0,5}[(（]?\\s{0,5}\\p{IsHan}{0,4}"
                    + "(?:先生|女士|小姐|太太|老师|老師|经理|經理|师傅|師傅|阿姨|本人)\\s{0,5}[)）]?");

    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    /** What looks like a number and is none; a long list of them must not tire the hub. */
    private static final long MOST_TRIES = 100;

    private static final Pattern BETWEEN_TWO = Pattern.compile("[/;,|、，；\\n]");

    /** Whether there is such a region. */
    static boolean knows(String region) {
        return PHONES.getSupportedRegions().contains(region);
    }

    /**
     * The numbers in what somebody wrote: E.164, followed by {@code ;ext=} (RFC 3966) where there is an extension. What is
     * no number stays as it is written, so that a person can still read it.
     */
    public List<String> read(String written) {
        String numbers = SipAddress.numbers(written);
        Optional<String> one = number(numbers);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        return Arrays.stream(BETWEEN_TWO.split(numbers))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> number(part).orElse(part))
                .toList();
    }

    /** Whether any number in what somebody wrote is one that its country has, so that it can be called. */
    public boolean hasNumberIn(String written) {
        String numbers = SipAddress.numbers(written);
        return number(numbers).isPresent()
                || Arrays.stream(BETWEEN_TWO.split(numbers))
                        .anyMatch(part -> number(part.strip()).isPresent());
    }

    /**
     * The mobile numbers that somebody names in a text, in E.164, at most three. Others that stand in letters are hotlines
     * and shops more often than their writer's own.
     */
    public List<String> mobilesIn(String text) {
        return StreamSupport.stream(
                        PHONES.findNumbers(text, region, Leniency.VALID, MOST_TRIES)
                                .spliterator(),
                        false)
                .map(PhoneNumberMatch::number)
                .filter(number -> MOBILE.contains(PHONES.getNumberType(number)))
                .map(number -> PHONES.format(number, PhoneNumberFormat.E164))
                .distinct()
                .limit(3)
                .toList();
    }

    /** Whether a number in E.164 may be that of a mobile phone. */
    public boolean isMobile(String e164) {
        try {
            return MOBILE.contains(PHONES.getNumberType(PHONES.parse(e164, region)));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** A number in E.164 as it is dialled within the region, digits only; numbers of other regions stay as they are. */
    public String dialled(String e164) {
        try {
            var number = PHONES.parse(e164, region);
            return e164.startsWith("+")
                            && region.equals(PHONES.getRegionCodeForNumber(number))
                            && !number.hasExtension()
                    ? PHONES.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "")
                    : e164;
        } catch (NumberParseException e) {
            return e164; // written by a person, for a person
        }
    }

    private Optional<String> number(String written) {
        var named = NAME_BEHIND.matcher(written);
        String alone = named.matches() ? named.group(1) : written;
        return e164(alone).or(() -> withExtension(alone));
    }

    /** Only in China, where no longer number can be meant. */
    private Optional<String> withExtension(String written) {
        var extended = EXTENSION_BEHIND.matcher(written.strip());
        if (!extended.matches()) {
            return Optional.empty();
        }
        String extension = extended.group(2) == null ? extended.group(3) : extended.group(2);
        return e164(extended.group(1))
                .filter(number -> number.startsWith("+86") && !number.contains(";ext="))
                .flatMap(number -> e164(number + ";ext=" + extension));
    }

    private Optional<String> e164(String written) {
        try {
            var number = PHONES.parse(EXTENSION.matcher(written).replaceFirst(" ext "), region);
            if (!PHONES.isValidNumber(number)) {
                return Optional.empty();
            }
            String extension = number.hasExtension() ? ";ext=" + number.getExtension() : "";
            return Optional.of(PHONES.format(number, PhoneNumberFormat.E164) + extension);
        } catch (NumberParseException e) {
            return Optional.empty(); // an extension of the house, a masked number: kept as written
        }
    }
}
