package io.redress.channel.mailbox;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.oauth.AccessTokenClaims;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import java.util.Optional;

/** Says in an operator's words why a mailbox is not opened with an access token, and what can be done. */
public final class AccessTokenProblems {

    private AccessTokenProblems() {}

    /** While no token is given. */
    public static ChannelProblem notGiven(OAuthFailure failure) {
        return new ChannelProblem(MailboxProblems.POLL, String.valueOf(failure.getMessage()), failure.remedy(), null);
    }

    /** Whether a mail server refused the login that it was sent, and did not break off or put the hub off. */
    public static boolean isRefusal(Throwable error) {
        return MailboxProblems.isRefusal(error);
    }

    /**
     * A mail server refused a token.
     *
     * @param claims of the token; empty where it cannot be read
     */
    public static ChannelProblem refused(
            MailboxSettings settings, Throwable error, Optional<AccessTokenClaims> claims) {
        return new ChannelProblem(
                MailboxProblems.POLL,
                "The mail server refuses the access token for "
                        + settings.place().account()
                        + claims.map(of -> " (" + of.words() + ")").orElse(""),
                "Check four things: IMAP or POP is enabled for this mailbox; the scope is that of the mail server; an"
                        + " administrator has granted consent; the application has access to the mailbox (Microsoft 365:"
                        + " New-ServicePrincipal and Add-MailboxPermission with the object ID of the enterprise application,"
                        + " not of the app registration)",
                MailboxProblems.words(error));
    }
}
