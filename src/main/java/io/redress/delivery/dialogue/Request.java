package io.redress.delivery.dialogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a system, whose address the route knows.
 *
 * @param path relative to that address: {@code /ticket}, or empty
 * @param query encoded; null when there is none
 * @param authorization the header of that name; null when there is none
 * @param body JSON; null when the method has none
 */
public record Request(
        String method,
        String path,
        @Nullable String query,
        @Nullable String authorization,
        @Nullable String body) {

    public static Request get(String path, Map<String, String> query, String authorization) {
        return new Request("GET", path, encoded(query), authorization, null);
    }

    public static Request send(String method, String path, @Nullable String authorization, Object body) {
        return new Request(method, path, null, authorization, Json.written(body));
    }

    public Request with(Map<String, String> query) {
        return new Request(method, path, encoded(query), authorization, body);
    }

    /** Without the secrets and the customer's words that a request holds. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
