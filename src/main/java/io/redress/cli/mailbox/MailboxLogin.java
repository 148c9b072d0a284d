package io.redress.cli.mailbox;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.login.MailAccount;
import io.redress.channel.mailbox.login.MailLogin;
import io.redress.channel.mailbox.oauth.AccessTokenClaims;
import io.redress.channel.mailbox.oauth.Consent;
import io.redress.channel.mailbox.oauth.OAuthClient;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.OAuthGrant;
import io.redress.channel.mailbox.oauth.OAuthLogin;
import io.redress.channel.mailbox.oauth.OAuthProvider;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.channel.mailbox.oauth.Pause;
import io.redress.channel.mailbox.oauth.RefreshTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Logs in at a mail server; has a person agree before, where the provider wants it. */
public final class MailboxLogin {

    private final MailAccount account;
    private final OAuthProviders providers;
    private final UnaryOperator<@Nullable String> settings;
    private final Path secret;
    private final Terminal terminal;
    private final Clock clock;
    private final Pause pause;

    /**
     * One login.
     *
     * @param settings gives null for what is not set
     * @param secret the file for a refresh token
     */
    public MailboxLogin(
            MailAccount account,
            OAuthProviders providers,
            UnaryOperator<@Nullable String> settings,
            Path secret,
            Terminal terminal,
            Clock clock,
            Pause pause) {
        this.account = account;
        this.providers = providers;
        this.settings = settings;
        this.secret = secret;
        this.terminal = terminal;
        this.clock = clock;
        this.pause = pause;
    }

    /** Returns the exit code. */
    public int run() throws IOException, InterruptedException {
        if (!account.takesToken()) {
            return told(new MailLogin(account).withPassword());
        }
        try {
            OAuthProvider provider = providers.get(account.provider());
            return provider.grant() == OAuthGrant.REFRESH_TOKEN ? afterConsent(provider) : byApplication(provider);
        } catch (OAuthFailure e) {
            return failed(String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private int byApplication(OAuthProvider provider) {
        String token = new OAuthLogin(
                        providers,
                        provider.name(),
                        account.prefix(),
                        account.username(),
                        settings,
                        RefreshTokens.none(),
                        clock)
                .token();
        tell(provider, token);
        return told(new MailLogin(account).withToken(token, provider.refused()));
    }

    private int afterConsent(OAuthProvider provider) throws IOException, InterruptedException {
        OAuthClient client = OAuthClient.beforeConsent(provider, account.prefix(), settings);
        var file = new SecretFile(secret);
        file.checkWritable();
        Consent consent = new ConsentDialogue(terminal, clock, pause).with(client, account.username());
        tell(provider, consent.accessToken());
        int exitCode = told(new MailLogin(account).withToken(consent.accessToken(), provider.refused()));
        if (exitCode != ExitCode.OK) {
            terminal.err().println("The refresh token was not saved.");
            return exitCode;
        }
        file.write(consent.refreshToken());
        terminal.out()
                .println("The refresh token is in " + secret + "; a hub in this folder reads it within seconds, if "
                        + account.prefix() + "." + OAuthProvider.REFRESH_TOKEN + " is not set elsewhere.");
        return exitCode;
    }

    private void tell(OAuthProvider provider, String token) {
        terminal.out()
                .println(provider.title() + " gave an access token for " + account.username()
                        + AccessTokenClaims.of(token)
                                .map(claims -> ": " + claims.words())
                                .orElse("") + ".");
    }

    private int told(Optional<ChannelProblem> problem) {
        if (problem.isEmpty()) {
            terminal.out()
                    .println("Logged in at " + account.host() + " port " + account.port() + " by " + account.protocol()
                            + ".");
            return ExitCode.OK;
        }
        String words = problem.get().words();
        return failed(
                problem.get().problem() + (words == null ? "" : ": " + words),
                problem.get().remedy());
    }

    private int failed(String problem, String remedy) {
        terminal.err().println(problem);
        terminal.err().println(" → " + remedy);
        return ExitCode.SOFTWARE;
    }
}
