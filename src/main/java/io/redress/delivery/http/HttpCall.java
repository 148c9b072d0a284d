package io.redress.delivery.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param url without a query
 * @param query of the URL, encoded; null when it has none
 * @param headers by name, those without a value left out
 * @param body null for {@code GET}
 */
public record HttpCall(
        String method,
        String url,
        @Nullable String query,
        Map<String, String> headers,
        @Nullable String body) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    static HttpCall of(String method, String url, Map<String, String> headers, @Nullable String body) {
        int mark = url.indexOf('?');
        return mark < 0
                ? new HttpCall(method, url, null, headers, body)
                : new HttpCall(method, url.substring(0, mark), url.substring(mark + 1), headers, body);
    }
}
