package io.redress.delivery.dialogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a system.
 *
 * @param url without a query; null for the address that the route knows
 * @param path relative to that address: {@code /ticket}, or empty
 * @param query encoded; null when there is none
 * @param headers by name
 * @param body null when the method has none
 */
public record DialogueRequest(
        String method,
        @Nullable String url,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        @Nullable String body) {

    private static final Pattern BEHIND_HOST = Pattern.compile("(?<=[^:/]/).*");

    public DialogueRequest {
        headers = Map.copyOf(headers);
    }

    /** @param authorization the header of that name; null when there is none */
    public static DialogueRequest get(String path, Map<String, String> query, @Nullable String authorization) {
        return new DialogueRequest("GET", null, path, encoded(query), headers(authorization), null);
    }

    /**
     * Sends JSON.
     *
     * @param authorization the header of that name; null when there is none
     * @param body maps, lists, texts and numbers
     */
    public static DialogueRequest send(String method, String path, @Nullable String authorization, Object body) {
        return new DialogueRequest(method, null, path, null, headers(authorization), JsonBodies.written(body));
    }

    /**
     * Asks at an address of its own.
     *
     * @param address absolute; its query encoded
     */
    public static DialogueRequest at(
            String method, String address, Map<String, String> headers, @Nullable String body) {
        int mark = address.indexOf('?');
        return mark < 0
                ? new DialogueRequest(method, address, "", null, headers, body)
                : new DialogueRequest(
                        method, address.substring(0, mark), "", address.substring(mark + 1), headers, body);
    }

    public DialogueRequest with(Map<String, String> query) {
        return new DialogueRequest(method, url, path, encoded(query), headers, body);
    }

    /** Without the secrets and the customer's words that a request holds; Telegram's addresses hold the bot's token. */
    @Override
    public String toString() {
        return method + " " + (url == null ? path : BEHIND_HOST.matcher(url).replaceFirst("…"));
    }

    private static Map<String, String> headers(@Nullable String authorization) {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return headers;
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
