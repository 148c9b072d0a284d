package io.redress.channel.webform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.webform.body.Form;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a service whether a person sent a form, as Turnstile, hCaptcha and reCAPTCHA all are asked: a form with {@code
 * secret}, {@code response} and {@code remoteip} by POST, answered by JSON with {@code success}.
 */
public final class Captcha {

    /** The fields in which the three services' scripts put their token. */
    static final List<String> TOKENS = List.of("cf-turnstile-response", "h-captcha-response", "g-recaptcha-response");

    private static final Logger LOG = LoggerFactory.getLogger(Captcha.class);
    private static final int LONGEST_TOKEN = 8_192;
    private static final int OK = 200;
    /** What a service answers to a token that it cannot read. A stranger chose it: it says nothing of the service. */
    private static final Set<Integer> UNREADABLE_TOKEN = Set.of(400, 413, 414, 422);
    /** The error codes of all three services for a secret that is wrong: then no token can be checked. */
    private static final Pattern SECRET_REFUSED =
            Pattern.compile("\"(missing-input-secret|invalid-input-secret|sitekey-secret-mismatch)\"");

    /** For so long a service that did not answer is not asked again: each question holds a thread. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final Duration SAID_ONCE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI verify;
    private final String secret;
    private final Duration timeout;
    private final boolean refuseWhenAway;
    private final Clock clock;
    private final HttpClient http;
    private volatile Instant restUntil = Instant.MIN;
    private volatile Instant silentUntil = Instant.MIN;

    /** @param refuseWhenAway whether a form is refused while the service does not answer, instead of taken in and marked */
    public Captcha(URI verify, String secret, Duration timeout, boolean refuseWhenAway, Clock clock) {
        this.verify = verify;
        this.secret = secret;
        this.timeout = timeout;
        this.refuseWhenAway = refuseWhenAway;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build(); // follows no redirect with the secret
    }

    /** What is known of a form's sender. */
    enum Outcome {
        PERSON,
        /** No token, or one that the service does not accept. */
        NOT_SHOWN,
        /** The service did not answer; the form is taken in all the same. */
        UNCHECKED,
        /** The service did not answer; the form is refused until it does. */
        AWAY
    }

    /** @param client the sender's address */
    Outcome ask(Form form, String client) {
        String token = TOKENS.stream()
                .map(form::first)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse("");
        if (token == null || token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return Outcome.NOT_SHOWN;
        }
        Outcome away = refuseWhenAway ? Outcome.AWAY : Outcome.UNCHECKED;
        if (clock.instant().isBefore(restUntil)) {
            return away;
        }
        try {
            return isPerson(token, client) ? Outcome.PERSON : Outcome.NOT_SHOWN;
        } catch (IOException e) {
            LOG.warn("The CAPTCHA service {} did not answer as it should: {}", verify.getHost(), e.toString());
            restUntil = clock.instant().plus(REST);
            return away;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away;
        }
    }

    private boolean isPerson(String token, String client) throws IOException, InterruptedException {
        String question = "secret=" + encoded(secret) + "&response=" + encoded(token) + "&remoteip=" + encoded(client);
        var answer = http.send(
                HttpRequest.newBuilder(verify)
                        .timeout(timeout)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(question))
                        .build(),
                BodyHandlers.ofString());
        boolean refused = UNREADABLE_TOKEN.contains(answer.statusCode());
        if (answer.statusCode() != OK && !refused) {
            throw new IOException("status " + answer.statusCode());
        }
        if (SECRET_REFUSED.matcher(answer.body()).find()) {
            throw new IOException("it does not know the secret; see redress.web-form.captcha.secret");
        }
        if (refused) {
            tell(answer.statusCode());
            return false;
        }
        try {
            JsonNode success = JSON.readTree(answer.body()).path("success");
            if (!success.isBoolean()) {
                throw new IOException("no member 'success' that is true or false");
            }
            return success.booleanValue();
        } catch (JsonProcessingException e) {
            throw new IOException("no JSON"); // without the cause, whose message quotes the body
        }
    }

    /** Once a minute: it may be the service that wants to be asked in another way. */
    private void tell(int status) {
        Instant now = clock.instant();
        if (!now.isBefore(silentUntil)) {
            silentUntil = now.plus(SAID_ONCE);
            LOG.warn(
                    "The CAPTCHA service {} could not read a token (status {}); the form was given back",
                    verify.getHost(),
                    status);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
