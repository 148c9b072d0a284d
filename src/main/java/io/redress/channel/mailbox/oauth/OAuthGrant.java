package io.redress.channel.mailbox.oauth;

import io.redress.ticket.KeyedEnum;

/** How an access token is got. */
public enum OAuthGrant implements KeyedEnum {
    /** By an application of its own, without a person (RFC 6749, 4.4). */
    CLIENT_CREDENTIALS("client_credentials"),
    /** By what a person agreed to once (RFC 6749, 6). */
    REFRESH_TOKEN("refresh_token"),
    /** By an assertion that a service account signs (RFC 7523). */
    JWT_BEARER("urn:ietf:params:oauth:grant-type:jwt-bearer");

    private final String type;

    OAuthGrant(String type) {
        this.type = type;
    }

    /** As the token server calls it. */
    String type() {
        return type;
    }
}
