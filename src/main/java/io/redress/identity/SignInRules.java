package io.redress.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How people sign in.
 *
 * @param passwordsForAdministratorsOnly whether a password opens for those alone who may manage users
 * @param providers by key, in the order of the file
 */
public record SignInRules(boolean passwordsForAdministratorsOnly, Map<String, IdentityProvider> providers) {

    /** Without a file: passwords, for everybody. */
    public static final SignInRules PASSWORDS = new SignInRules(false, Map.of());

    public SignInRules {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }
}
