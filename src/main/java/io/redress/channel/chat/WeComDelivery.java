package io.redress.channel.chat;

import org.jspecify.annotations.Nullable;

/**
 * A reply on its way to WeCom.
 *
 * @param message JSON of {@code message/send}
 * @param token the access token to send it with; null: to be fetched first
 * @param tries how often it was sent
 * @param open false once WeCom has taken it
 */
public record WeComDelivery(String message, @Nullable String token, int tries, boolean open) {

    /** True when an access token must be fetched before sending. */
    public boolean needsToken() {
        return token == null;
    }

    /** The query string of {@code message/send}. */
    public String query() {
        return "access_token=" + token;
    }

    WeComDelivery with(@Nullable String newToken) {
        return new WeComDelivery(message, newToken, tries, open);
    }

    WeComDelivery tried() {
        return new WeComDelivery(message, null, tries + 1, true);
    }

    WeComDelivery done() {
        return new WeComDelivery(message, token, tries + 1, false);
    }
}
