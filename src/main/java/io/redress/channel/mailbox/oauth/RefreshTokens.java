package io.redress.channel.mailbox.oauth;

import java.util.Optional;

/** The refresh tokens that providers gave in place of earlier ones: kept durably before the access token beside them is used. */
public interface RefreshTokens {

    /** The latest one of a login; empty while there is none but that of its settings. */
    Optional<String> latest(String login);

    /** Keeps the latest one. When this returns, it is on disk. */
    void keep(String login, String token);
}
