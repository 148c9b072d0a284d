package io.redress.channel.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/**
 * A call of a sender.
 *
 * @param method in capitals
 * @param headers by name in any case; what came twice is no text
 * @param query parameters by name, decoded; without those that came twice
 * @param body the bytes as they came
 * @param encrypted the encrypted part of the request; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WebhookRequest(
        String method,
        Map<String, ?> headers,
        Map<String, String> query,
        byte[] body,
        @Nullable String encrypted) {

    /** @param query as in the address, behind the question mark; null when there is none */
    public static WebhookRequest of(String method, Map<String, ?> headers, @Nullable String query, byte[] body) {
        var values = new HashMap<String, String>();
        Set<String> twice = new HashSet<>();
        for (NameValuePair pair : query == null ? List.<NameValuePair>of() : WWWFormCodec.parse(query, UTF_8)) {
            if (values.put(pair.getName(), Objects.requireNonNullElse(pair.getValue(), "")) != null) {
                twice.add(pair.getName());
            }
        }
        values.keySet().removeAll(twice);
        return new WebhookRequest(method, headers, values, body, null);
    }

    /** The same, of which a part is encrypted. */
    public WebhookRequest withEncrypted(@Nullable String part) {
        return new WebhookRequest(method, headers, query, body, part);
    }
}
