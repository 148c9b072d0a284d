package io.redress.user;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a person is a user.
 *
 * @param passwordHash with its algorithm and parameters; null for a user who has no password
 * @param passwordSetAt when the password became this one
 * @param mustChange true while the password is one that somebody else made
 * @param secret of the authenticator app; null without one
 * @param confirmed whether a code of the app was right once; before that no code is asked for
 * @param recoveryCodes digests of those that were not used, see {@link RecoveryCodes}
 */
public record Credentials(
        @Nullable String passwordHash,
        Instant passwordSetAt,
        boolean mustChange,
        @Nullable AuthenticatorSecret secret,
        boolean confirmed,
        Set<String> recoveryCodes) {

    public Credentials {
        recoveryCodes = Set.copyOf(recoveryCodes);
    }

    /** A password that somebody else made, and nothing besides. */
    public static Credentials initial(String passwordHash, Instant now) {
        return new Credentials(passwordHash, now, true, null, false, Set.of());
    }

    /** Of somebody who proves elsewhere who they are. */
    public static Credentials none(Instant now) {
        return new Credentials(null, now, false, null, false, Set.of());
    }

    public boolean hasSecondFactor() {
        return secret != null && confirmed;
    }

    /** With another password; the second factor stays. */
    public Credentials withPassword(String hash, Instant now, boolean change) {
        return new Credentials(hash, now, change, secret, confirmed, recoveryCodes);
    }

    /** With an app that has not shown a code yet. */
    public Credentials withUnconfirmed(AuthenticatorSecret fresh) {
        return new Credentials(passwordHash, passwordSetAt, mustChange, fresh, false, Set.of());
    }

    /** With the app that has just shown a right code. */
    public Credentials withConfirmed(Set<String> codes) {
        return new Credentials(passwordHash, passwordSetAt, mustChange, secret, true, codes);
    }

    public Credentials withoutSecondFactor() {
        return new Credentials(passwordHash, passwordSetAt, mustChange, null, false, Set.of());
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "credentials";
    }
}
