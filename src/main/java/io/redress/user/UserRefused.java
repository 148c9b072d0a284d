package io.redress.user;

/** A change of users that cannot be; the message says what, the remedy what to do. */
public final class UserRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way; pages have a text for each. */
    public enum Reason {
        LOGIN_NOT_ALLOWED,
        LOGIN_TAKEN,
        UNKNOWN_USER,
        LAST_ADMINISTRATOR,
        NAME_LENGTH,
        MAIL_NOT_ALLOWED,
        NO_ROLE,
        UNKNOWN_TEAM,
        UNKNOWN_CATEGORY,
        UNKNOWN_LANGUAGE,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        PASSWORD_GUESSABLE,
        PASSWORD_SAME,
        PASSWORDS_DIFFER,
        WRONG_PASSWORD,
        WRONG_CODE,
        SECOND_FACTOR_REQUIRED,
        PAUSED,
        OF_PROVIDER
    }

    private final Reason reason;
    private final String remedy;

    public UserRefused(Reason reason, String message, String remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    public String remedy() {
        return remedy;
    }
}
