package io.redress.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/**
 * Resident identity numbers of China (GB 11643-1999): region of six digits, date of birth, serial number, and a check
 * character by ISO 7064 MOD 11-2; before 1999 with a year of two digits and no check character.
 */
final class IdCard {

    private static final int NEW = 18;
    private static final int OLD = 15;
    private static final String CHECKS = "10X98765432";

    /** The first two digits of a region (GB/T 2260), with those of residence permits from Hong Kong, Macao and Taiwan. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    private IdCard() {}

    static boolean matches(String digits) {
        return switch (digits.length()) {
            case NEW -> isRegion(digits) && isBirth(digits.substring(6, 14)) && isChecked(digits);
            case OLD -> isRegion(digits) && digits.charAt(OLD - 1) != 'X' && isBirth("19" + digits.substring(6, 12));
            default -> false;
        };
    }

    /** Whether it has a check character, so that no other number is taken for it. */
    static boolean isSure(String digits) {
        return digits.length() == NEW;
    }

    private static boolean isRegion(String digits) {
        return PROVINCES.contains(digits.substring(0, 2));
    }

    private static boolean isBirth(String day) {
        try {
            int year = Integer.parseInt(day.substring(0, 4));
            int month = Integer.parseInt(day.substring(4, 6));
            LocalDate.of(year, month, Integer.parseInt(day.substring(6, 8)));
            return year >= 1900 && year < 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int at = 0; at < NEW - 1; at++) {
            sum = (sum + Character.digit(digits.charAt(at), 10)) * 2 % 11;
        }
        return CHECKS.charAt(sum % 11) == digits.charAt(NEW - 1);
    }
}
