package io.redress.delivery.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.AccessToken;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.delivery.dialogue.JsonBodies;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a target by HTTP and JSON. Every request carries {@code Idempotency-Key}; an attempt that may have arrived
 * before looks the record up first, where the target can be asked.
 *
 * <p>Tokens of OAuth 2 are fetched here and not by camel-http, which keeps a token that the target refuses until it expires,
 * keeps one for each address with its query, and waits for the token server without a limit (4.17,
 * {@code OAuth2ClientConfigurer}).
 */
public final class HttpTarget {

    /** 401 and 407 are the hub's to fix, for all tickets; 408, 425 and 429 ask for patience. */
    private static final Set<Integer> WAITING = Set.of(401, 407, 408, 425, 429);

    private static final long MARGIN_SECONDS = 30;
    private static final long UNSAID_SECONDS = 300;

    private final TargetUrls targetUrls;
    private final String method;
    private final RecordPointer record;
    private final RecordPointer found;
    private final TargetCredentials credentials;
    private final WebhookSignature signature;
    private final Clock clock;
    private final AccessToken token;

    HttpTarget(
            TargetUrls targetUrls,
            String method,
            String record,
            String found,
            TargetCredentials credentials,
            String signingSecret,
            Clock clock) {
        this.targetUrls = targetUrls;
        this.method = method;
        this.record = RecordPointer.at(record);
        this.found = RecordPointer.at(found);
        this.credentials = credentials;
        this.signature = new WebhookSignature(signingSecret);
        this.clock = clock;
        this.token =
                new AccessToken(credentials.tokenRequest(), HttpTarget::given, DialogueResponse::unauthorised, clock);
    }

    /**
     * The dialogue that makes a delivery; its result is {@link Delivered}. It throws {@link TargetRefused} when the target
     * will never take it, and {@link TargetUnavailable} when it is to be tried again.
     */
    public Dialogue begin(Delivery delivery) {
        return delivery.mayHaveArrived() && canLook(delivery)
                ? lookUp(delivery, () -> write(delivery))
                : write(delivery);
    }

    private boolean canLook(Delivery delivery) {
        return delivery.kind().equals(Delivery.TICKET) && !targetUrls.lookup().isEmpty();
    }

    private Dialogue lookUp(Delivery delivery, Supplier<Dialogue> none) {
        return ask(headers -> DialogueRequest.at("GET", targetUrls.lookup(delivery), headers, null), response -> {
            if (response.status() == 404) {
                return none.get();
            }
            JsonNode there = good(response).content();
            if (there.isMissingNode()) {
                throw new TargetUnavailable("the look-up was not answered with JSON: " + response.status(), null);
            }
            String id = found.id(there);
            if (id != null) {
                return Dialogue.ended(new Delivered(id, "found by our number"));
            }
            if (!found.saysNone(there)) {
                throw new TargetUnavailable(
                        "the answer to the look-up has nothing at " + found.pointer()
                                + ", and no empty list there either: fix 'found'",
                        null);
            }
            return none.get();
        });
    }

    private Dialogue write(Delivery delivery) {
        String body = JsonBodies.written(delivery.fields());
        Function<Map<String, String>, DialogueRequest> request = headers -> {
            headers.putAll(signature.headers(delivery.id(), clock.instant(), body));
            headers.put("Content-Type", "application/json");
            headers.put("Idempotency-Key", delivery.id());
            return DialogueRequest.at(method, targetUrls.of(delivery), headers, body);
        };
        return ask(request, response -> {
            if (response.status() == 409 && canLook(delivery)) {
                return lookUp(delivery, () -> {
                    throw new TargetUnavailable("409: it has the record already, and does not show it", null);
                });
            }
            return Dialogue.ended(new Delivered(recordId(delivery, good(response)), String.valueOf(response.status())));
        });
    }

    private @Nullable String recordId(Delivery delivery, DialogueResponse response) {
        if (record.isNowhere()) {
            return null;
        }
        String id = record.id(response.content());
        if (id == null && delivery.kind().equals(Delivery.TICKET)) {
            throw new TargetUnavailable(
                    "the answer names no record at " + record.pointer() + ": " + response.status(), null);
        }
        return id;
    }

    private Dialogue ask(
            Function<Map<String, String>, DialogueRequest> request, Function<DialogueResponse, Dialogue> then) {
        return credentials.needsToken()
                ? token.ask(held -> request.apply(headers(held)), then)
                : Dialogue.ask(request.apply(headers("")), then);
    }

    private Map<String, String> headers(String held) {
        var headers = new HashMap<>(credentials.headers(held));
        headers.put("Accept", "application/json");
        return headers;
    }

    private static AccessToken.Given given(DialogueResponse response) {
        String value = response.content().path("access_token").asText();
        if (!response.isGood() || value.isEmpty()) {
            // Without the text, which a server may have put the secret in.
            throw new TargetUnavailable("the token server gave none: " + response.status(), response.retryAfter());
        }
        long lasts = response.content().path("expires_in").asLong(UNSAID_SECONDS);
        return new AccessToken.Given(value, Duration.ofSeconds(Math.max(1, lasts - MARGIN_SECONDS)));
    }

    private static DialogueResponse good(DialogueResponse response) {
        if (response.isGood()) {
            return response;
        }
        int status = response.status();
        String words = status + " " + response.text().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (status / 100 != 4 || WAITING.contains(status)) {
            throw new TargetUnavailable(words, response.retryAfter());
        }
        throw new TargetRefused(words);
    }
}
