package io.redress.user;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a user's access. It holds no password and no code.
 *
 * @param login whose; null when somebody typed a login that there is not, which may be a password in the wrong place
 * @param by who did it: a login, {@code key crm} or {@code provider company}
 * @param address where the request came from; null when it was not by a request
 * @param detail more of it, such as the roles of a new user; null when there is no more
 */
public record AccountEvent(
        What what,
        @Nullable String login,
        @Nullable String by,
        @Nullable String address,
        @Nullable String detail,
        Instant at) {

    /** What a provider is called that did it, before its key; a login has no space. */
    public static final String PROVIDER = "provider ";

    /** Whether an OpenID provider's claims made it so. */
    public boolean isByProvider() {
        return by != null && by.startsWith(PROVIDER);
    }

    /** What happened. */
    public enum What {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGN_IN_PAUSED,
        CODE_REFUSED,
        RECOVERY_CODE_USED,
        SIGNED_OUT,
        SESSIONS_ENDED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        SECOND_FACTOR_ADDED,
        SECOND_FACTOR_REMOVED,
        USER_ADDED,
        USER_CHANGED,
        USER_DISABLED,
        USER_ENABLED;

        /** Such as {@code signed-in}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether somebody was kept out. */
        public boolean isRefusal() {
            return this == SIGN_IN_REFUSED || this == SIGN_IN_PAUSED || this == CODE_REFUSED;
        }
    }
}
