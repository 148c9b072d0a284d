package io.redress.channel.mailbox.oauth;

import java.util.Optional;

/** The refresh tokens that providers gave in place of earlier ones: kept durably before the access token beside them is used. */
public interface RefreshTokens {

    /** For who uses no refresh token. */
    static RefreshTokens none() {
        return new RefreshTokens() {
            @Override
            public Optional<String> latest(String login) {
                return Optional.empty();
            }

            @Override
            public void keep(String login, String token) {
                throw new IllegalStateException("there is nowhere to keep a refresh token");
            }
        };
    }

    /** The latest one of a login; empty while there is none but that of its settings. */
    Optional<String> latest(String login);

    /** Keeps the latest one. When this returns, it is on disk. */
    void keep(String login, String token);
}
