package io.redress.delivery.http;

import io.redress.delivery.dialogue.DialogueRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * How the hub shows a target who it is.
 *
 * @param kind {@code none}, {@code basic}, {@code bearer}, {@code api-key} or {@code oauth2}
 * @param username of {@code basic}; the client's id with {@code oauth2}
 * @param secret the password, token, key or client's secret
 * @param header that carries an API key
 * @param tokenUrl where {@code oauth2} gets its tokens (RFC 6749, 4.4)
 * @param scope that {@code oauth2} asks for; empty for the default one
 */
record TargetCredentials(String kind, String username, String secret, String header, String tokenUrl, String scope) {

    TargetCredentials {
        kind = kind.toLowerCase(Locale.ROOT);
    }

    boolean needsToken() {
        return kind.equals("oauth2");
    }

    /** What each request carries. */
    Map<String, String> headers(String token) {
        return switch (kind) {
            case "none" -> Map.of();
            case "basic" -> Map.of("Authorization", basic());
            case "bearer" -> Map.of("Authorization", "Bearer " + secret);
            case "api-key" -> Map.of(header, secret);
            case "oauth2" -> Map.of("Authorization", "Bearer " + token);
            default ->
                throw new IllegalArgumentException(
                        "auth '" + kind + "' is unknown: write none, basic, bearer, api-key or oauth2");
        };
    }

    /** Asks for a token; the client shows itself by HTTP Basic, as RFC 6749, 2.3.1 prefers. */
    DialogueRequest tokenRequest() {
        String form = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + encoded(scope));
        return DialogueRequest.at(
                "POST",
                tokenUrl,
                Map.of("Authorization", basic(), "Content-Type", "application/x-www-form-urlencoded"),
                form);
    }

    private String basic() {
        // RFC 6749, 2.3.1: id and secret of a client are form-encoded first; RFC 7617 leaves user and password alone.
        String pair = needsToken() ? encoded(username) + ":" + encoded(secret) : username + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + " ***";
    }
}
