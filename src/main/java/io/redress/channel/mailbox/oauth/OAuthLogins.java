package io.redress.channel.mailbox.oauth;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the logins of mailboxes and mail servers that take access tokens. */
public final class OAuthLogins {

    private final OAuthProviders providers;
    private final UnaryOperator<@Nullable String> settings;
    private final RefreshTokens refreshTokens;
    private final Clock clock;

    /** @param settings gives null for what is not set */
    public OAuthLogins(
            OAuthProviders providers,
            UnaryOperator<@Nullable String> settings,
            RefreshTokens refreshTokens,
            Clock clock) {
        this.providers = providers;
        this.settings = settings;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /**
     * A login.
     *
     * @param provider file of {@code config/oauth}
     * @param prefix of its settings: {@code <prefix>.client-id}
     * @param username the mailbox
     */
    public OAuthLogin of(String provider, String prefix, String username) {
        return new OAuthLogin(providers, provider, prefix, username, settings, refreshTokens, clock);
    }
}
