package io.redress.channel.mailbox.login;

import java.util.Map;

/** How an access token is said to a mail server: SASL mechanism XOAUTH2. */
public final class TokenMechanism {

    private TokenMechanism() {}

    /** Properties of Jakarta Mail for a protocol. */
    public static Map<String, String> of(String protocol) {
        String prefix = "mail." + protocol + ".auth.";
        return Map.of(
                prefix + "mechanisms",
                "XOAUTH2",
                // Microsoft's POP3 wants the mechanism and the token on lines of their own
                prefix + "xoauth2.two.line.authentication.format",
                "true");
    }
}
