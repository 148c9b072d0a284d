package io.redress.channel.mailbox.oauth;

import java.util.Optional;

/**
 * A token that a mail server did not take.
 *
 * @param claims what it says of itself; empty where it cannot be read
 * @param refusals what its provider advises
 */
public record RefusedToken(Optional<AccessTokenClaims> claims, TokenRefusals refusals) {

    static final RefusedToken UNKNOWN = new RefusedToken(Optional.empty(), TokenRefusals.NONE);

    public static RefusedToken of(String token, TokenRefusals refusals) {
        return new RefusedToken(AccessTokenClaims.of(token), refusals);
    }
}
