package io.redress.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How users are named: 2 to 64 of a-z, 0-9, dot, hyphen, underscore, at sign. Histories name them so. */
public final class LoginName {

    public static final String RULE = "2 to 64 of a-z, 0-9, '.', '-', '_' and '@', beginning with a letter or digit";

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    /** What the hub itself and its keys are called in histories. */
    private static final Set<String> TAKEN = Set.of("api", "customer", "hub", "key", "none", "redress", "system");

    private LoginName() {}

    /** As it is compared: capitals do not matter. */
    public static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isAllowed(String login) {
        return ALLOWED.matcher(login).matches() && !TAKEN.contains(login);
    }
}
