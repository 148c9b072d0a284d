package io.redress.channel.mailbox;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.RefusedToken;
import io.redress.channel.mailbox.oauth.TokenRefusals;

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

    /** A mail server refused a token. */
    public static ChannelProblem refused(MailboxSettings settings, Throwable error, RefusedToken token) {
        String words = MailboxProblems.words(error);
        TokenRefusals.Mistake mistake = token.refusals().mistake(settings.protocol(), words, token.claims());
        return new ChannelProblem(
                MailboxProblems.POLL,
                "The mail server refuses the access token for "
                        + settings.place().account() + mistake.cause()
                        + token.claims().map(of -> " (" + of.words() + ")").orElse(""),
                mistake.remedy(),
                words);
    }
}
