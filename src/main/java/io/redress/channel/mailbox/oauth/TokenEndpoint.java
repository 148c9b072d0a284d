package io.redress.channel.mailbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** Asks a token server (RFC 6749, 3.2). */
final class TokenEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_WORDS = 160;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Duration patience;

    TokenEndpoint() {
        this(PATIENCE);
    }

    /** @param patience for connecting, for the head of an answer, and for its body */
    TokenEndpoint(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What it answered.
     *
     * @param json an object, empty where it answered none
     */
    record Answer(int status, JsonNode json) {

        boolean isToken() {
            return status == 200 && json.path("access_token").isTextual();
        }

        /** The error's name (RFC 6749, 5.2); empty where there is none. */
        String error() {
            return json.path("error").asText("");
        }

        /** The server's error and its description, shortened, without what follows its trace of the request. */
        String words() {
            String said = (error() + " " + json.path("error_description").asText(""))
                    .replaceAll("(?s)\\s*Trace ID:.*", "")
                    .replaceAll("\\s+", " ")
                    .strip();
            return said.isEmpty() ? "HTTP " + status : StringUtils.truncate(said, LONGEST_WORDS);
        }
    }

    /** @throws OAuthFailure when the server cannot be reached, or answers nothing that it should */
    Answer ask(String url, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI address;
        try {
            address = URI.create(url);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(patience)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = AnswerBody.read(in, LONGEST_ANSWER, patience);
                return new Answer(response.statusCode(), json(new String(answer, StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException e) {
            throw new OAuthFailure(
                    "tokenUrl is not a valid address", "Correct tokenUrl in config/oauth and its settings", "");
        } catch (IOException e) {
            throw away(url, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(url, "interrupted");
        }
    }

    private static OAuthFailure away(String url, String words) {
        return new OAuthFailure(
                "The token server " + URI.create(url).getHost() + " cannot be reached",
                "Let the firewall pass HTTPS to it; the hub goes on by itself",
                words);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
