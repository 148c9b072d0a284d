package io.redress.channel.mailbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.oauth.AnswerBody;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Asks Microsoft Graph, one request at a time (it allows four to a mailbox), and waits as long as it wants when it is busy. */
final class GraphClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_JSON = 16 << 20;
    private static final int LONGEST_WORDS = 160;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final URI base;
    private final Supplier<String> token;
    private final Duration limit;
    private final Clock clock;
    private final HttpClient http;
    private Instant notBefore = Instant.MIN;

    /**
     * @param base such as {@code https://graph.microsoft.com/v1.0/}
     * @param token asked for at each request
     * @param limit what a request may take
     */
    GraphClient(URI base, Supplier<String> token, Duration connecting, Duration limit, Clock clock) {
        this.base = base;
        this.token = token;
        this.limit = limit;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(connecting)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What is not there. */
    static final class NotThere extends MessagingException {

        private static final long serialVersionUID = 1L;

        NotThere(String words) {
            super(words);
        }
    }

    /** @param path below the base, or an address that the server gave, which must be below it, too */
    JsonNode get(String path) throws MessagingException {
        return json(send("GET", path, null, MOST_JSON));
    }

    /** The mail's bytes, as they came to the mailbox. */
    MailFolder.Body raw(String path, long most) throws MessagingException {
        return send("GET", path, null, most);
    }

    JsonNode send(String method, String path, @Nullable String json) throws MessagingException {
        return json(send(method, path, json, MOST_JSON));
    }

    private MailFolder.Body send(String method, String path, @Nullable String json, long most)
            throws MessagingException {
        if (clock.instant().isBefore(notBefore)) {
            throw new MessagingException(base.getHost() + " wants the hub to wait until " + notBefore);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(limit)
                .header("Authorization", "Bearer " + token())
                .header("Prefer", "IdType=\"ImmutableId\"") // an id that stays when the mail is moved
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] bytes = AnswerBody.read(in, (int) Math.min(most + 1, Integer.MAX_VALUE - 8L), limit);
                if (response.statusCode() / 100 != 2) {
                    throw failure(response, bytes);
                }
                boolean cut = bytes.length > most;
                return new MailFolder.Body(cut ? Arrays.copyOf(bytes, (int) most) : bytes, cut);
            }
        } catch (IOException e) {
            throw new MessagingException(base.getHost() + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("the channel was stopped", e);
        }
    }

    private URI address(String path) throws MessagingException {
        try {
            URI address = base.resolve(path);
            if (address.toString().startsWith(base.toString())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new MessagingException("the server names an address that cannot be asked", e);
        }
        throw new MessagingException("the server names an address that is not its own");
    }

    private String token() throws MessagingException {
        try {
            return token.get();
        } catch (OAuthFailure e) {
            throw new MessagingException("no access token is given", e);
        }
    }

    private MessagingException failure(HttpResponse<InputStream> response, byte[] body) {
        JsonNode error =
                parsed(Arrays.copyOf(body, Math.min(body.length, MOST_JSON))).path("error");
        String words = StringUtils.truncate(
                ("HTTP " + response.statusCode() + " " + error.path("code").asText("") + " "
                                + error.path("message").asText(""))
                        .strip(),
                LONGEST_WORDS);
        return switch (response.statusCode()) {
            case 401, 403 -> new AuthenticationFailedException(words);
            case 404 -> new NotThere(words);
            case 429, 503, 504 -> {
                notBefore = clock.instant().plus(wait(response));
                yield new MessagingException(words);
            }
            default -> new MessagingException(words);
        };
    }

    private static Duration wait(HttpResponse<?> response) {
        Duration wanted = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(USUAL_WAIT);
        return wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted;
    }

    /** A page of a proxy that stands in between is not an empty mailbox. */
    private JsonNode json(MailFolder.Body answer) throws MessagingException {
        JsonNode json = answer.cut() ? MissingNode.getInstance() : parsed(answer.bytes());
        if (json.isMissingNode() && answer.bytes().length > 0) {
            throw new MessagingException(base.getHost() + " gave an answer that is not JSON, or too long");
        }
        return json;
    }

    /** Missing where it is none. */
    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
