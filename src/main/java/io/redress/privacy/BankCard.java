package io.redress.privacy;

import java.util.List;

/**
 * Numbers of payment cards: beginning and length as an issuer has them, and a check digit by Luhn (ISO/IEC 7812-1). One
 * number in ten of another kind passes Luhn by chance, so beginnings that hardly any card of today has count only where
 * the number is written in fours or called a card.
 */
final class BankCard {

    private static final int EAN = 13;

    /** @param least the lowest beginning, with as many digits as {@code most} has */
    private record Issuer(int least, int most, int shortest, int longest, boolean sure) {

        boolean issued(String digits) {
            int places = least < 10 ? 1 : least < 100 ? 2 : least < 1000 ? 3 : 4;
            int beginning = Integer.parseInt(digits, 0, places, 10);
            return digits.length() >= shortest && digits.length() <= longest && beginning >= least && beginning <= most;
        }
    }

    private static final List<Issuer> ISSUERS = List.of(
            new Issuer(62, 62, 16, 19, true), // UnionPay
            new Issuer(4, 4, 16, 16, true), // Visa
            new Issuer(4, 4, 13, 19, false), // Visa of other lengths
            new Issuer(51, 55, 16, 16, true), // Mastercard
            new Issuer(2221, 2720, 16, 16, true),
            new Issuer(34, 34, 15, 15, true), // American Express
            new Issuer(37, 37, 15, 15, true),
            new Issuer(3528, 3589, 16, 16, true), // JCB
            new Issuer(300, 305, 14, 14, true), // Diners Club
            new Issuer(36, 36, 14, 14, true),
            new Issuer(38, 39, 14, 14, true),
            new Issuer(6011, 6011, 16, 16, true), // Discover
            new Issuer(644, 659, 16, 16, true),
            new Issuer(2200, 2204, 16, 19, false), // Mir
            new Issuer(9558, 9558, 16, 19, false), // cards of before UnionPay
            new Issuer(60, 60, 16, 19, false),
            new Issuer(50, 50, 13, 19, false), // Maestro
            new Issuer(56, 69, 13, 19, false));

    private BankCard() {}

    /** @param named whether it is written in fours or called a card */
    static boolean matches(String digits, boolean named) {
        return digits.length() >= 13
                && digits.length() <= 19
                && digits.indexOf('X') < 0
                && ISSUERS.stream().anyMatch(issuer -> (named || issuer.sure()) && issuer.issued(digits))
                && isLuhn(digits)
                && (named || digits.length() != EAN || !isEan(digits));
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - n), 10) * (n % 2 + 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /** The number below a bar code (GS1). */
    private static boolean isEan(String digits) {
        int sum = 0;
        for (int n = 0; n < EAN; n++) {
            sum += Character.digit(digits.charAt(n), 10) * (n % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
