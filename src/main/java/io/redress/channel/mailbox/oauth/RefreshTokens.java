package io.redress.channel.mailbox.oauth;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The refresh tokens that providers gave in place of earlier ones, for all nodes: kept durably before the access token beside
 * them is used. A provider takes a refresh token that it has replaced for a stolen one, and may end the consent.
 */
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

            @Override
            public <T> T alone(String login, Supplier<T> renewal) {
                return renewal.get();
            }
        };
    }

    /** The latest one of a login; empty while there is none but that of its settings. */
    Optional<String> latest(String login);

    /** Keeps the latest one. It is on disk when this returns, or within {@link #alone} when that does. */
    void keep(String login, String token);

    /**
     * Reads, renews and keeps while nobody else does so for the same login, on any node.
     *
     * @param renewal reads the latest token first: another node may just have kept it
     * @return what the renewal gives, when its token is on disk
     * @throws OAuthFailure when others take too long
     */
    <T> T alone(String login, Supplier<T> renewal);
}
