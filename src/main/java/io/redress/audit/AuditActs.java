package io.redress.audit;

/** Acts that need no permission. */
public final class AuditActs {

    /** A person signed in, or could not. */
    public static final String SIGN_IN = "sign-in";

    /** A person signed out, or was signed out. */
    public static final String SIGN_OUT = "sign-out";

    /** A person changed their own access: password, second factor. */
    public static final String ACCOUNT = "account";

    /** A key that opened nothing was presented. */
    public static final String WRONG_KEY = "wrong-key";

    /** A customer read their own tickets by the shop's app. */
    public static final String OWN_TICKETS = "own-tickets";

    /** A system could not log in at the broker. */
    public static final String BROKER_LOGIN = "broker-login";

    /** Entries were removed with age; {@link AuditRemoval} says which. */
    public static final String REMOVAL = "audit.removal";

    private AuditActs() {}
}
