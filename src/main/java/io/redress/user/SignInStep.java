package io.redress.user;

/** What is still asked of somebody whose password was right. */
public enum SignInStep {
    /** A code of the authenticator app, or a recovery code. */
    CODE,
    /** A password of their own, in place of one that somebody else made. */
    CHANGE_PASSWORD,
    /** An authenticator app, where the shop wants one of everybody. */
    ADD_SECOND_FACTOR,
    DONE;

    /**
     * The next step.
     *
     * @param codeGiven whether a right code was given in this session
     * @param required whether the shop wants a second factor of everybody
     */
    public static SignInStep next(User user, boolean codeGiven, boolean required) {
        if (user.identity() != null) { // the provider has asked for all that it wants
            return DONE;
        }
        Credentials credentials = user.credentials();
        if (credentials.hasSecondFactor() && !codeGiven) {
            return CODE;
        }
        if (credentials.mustChange()) {
            return CHANGE_PASSWORD;
        }
        return required && !credentials.hasSecondFactor() ? ADD_SECOND_FACTOR : DONE;
    }
}
