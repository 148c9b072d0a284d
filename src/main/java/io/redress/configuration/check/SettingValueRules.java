package io.redress.configuration.check;

import io.redress.callback.CallableNumbers;
import io.redress.web.Languages;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Values that are of their key's type and still cannot be meant, as a country that there is not. */
final class SettingValueRules {

    /** What a value must be, in words for who writes it. */
    private record Rule(Predicate<String> fits, String remedy) {}

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");

    private static final Rule COUNTRY =
            new Rule(CallableNumbers::isRegion, "write the ISO 3166 code of a country, such as CN or GB");
    private static final Rule MAIL = new Rule(
            value -> ADDRESS.matcher(value).matches(), "write an address alone, such as complaints@example.com");
    private static final Rule PORT =
            new Rule(value -> !value.matches("-?\\d+") || isPort(value), "write a port from 1 to 65535");

    private static final Map<String, Rule> RULES = Map.of(
            "redress.public-url",
                    new Rule(
                            SettingValueRules::isWebAddress,
                            "write it with its protocol, such as https://complaints.example.com"),
            "redress.mail.language",
                    new Rule(Languages.ALL::contains, "write one of " + String.join(", ", Languages.ALL)),
            "redress.callbacks.phone-region", COUNTRY,
            "redress.privacy.region", COUNTRY,
            "redress.mail.address", MAIL,
            "redress.mail.own-addresses", MAIL,
            "server.port", PORT,
            "management.server.port", // -1: none
                    new Rule(value -> value.equals("-1") || PORT.fits.test(value), PORT.remedy));

    private SettingValueRules() {}

    /**
     * What to write instead; empty when the value may stand.
     *
     * @param key without the index of a list's element
     */
    static Optional<String> remedy(String key, String value) {
        Rule rule = RULES.get(key);
        return rule == null || value.isBlank() || rule.fits.test(value.strip())
                ? Optional.empty()
                : Optional.of(rule.remedy);
    }

    private static boolean isPort(String value) {
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535; // 0: any that is free
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
