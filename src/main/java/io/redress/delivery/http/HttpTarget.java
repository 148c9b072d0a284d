package io.redress.delivery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.http.HttpTalk.Step;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a target by HTTP and JSON. Every request carries {@code Idempotency-Key}; an attempt that may have arrived
 * before looks the record up first, where the target can be asked. A token that the target no longer takes is replaced
 * once. Nothing here sends: the kamelet does.
 */
public final class HttpTarget {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MARGIN_SECONDS = 30;
    private static final long UNSAID_SECONDS = 300;

    private final Addresses addresses;
    private final String method;
    private final RecordPlace record;
    private final RecordPlace found;
    private final Credentials credentials;
    private final Signature signature;
    private final Clock clock;
    private final AtomicReference<@Nullable Token> token = new AtomicReference<>();

    private record Token(String value, Instant until) {}

    HttpTarget(
            Addresses addresses,
            String method,
            String record,
            String found,
            Credentials credentials,
            String signingSecret,
            Clock clock) {
        this.addresses = addresses;
        this.method = method;
        this.record = RecordPlace.at(record);
        this.found = RecordPlace.at(found);
        this.credentials = credentials;
        this.signature = new Signature(signingSecret);
        this.clock = clock;
    }

    /** What to ask first. */
    public HttpTalk begin(Delivery delivery) {
        return next(HttpTalk.begun(delivery));
    }

    private HttpTalk next(HttpTalk talk) {
        if (credentials.needsToken() && token() == null) {
            return talk.next(Step.TOKEN, credentials.tokenCall());
        }
        Delivery delivery = talk.delivery();
        boolean look = delivery.mayHaveArrived() && delivery.kind().equals(Delivery.TICKET);
        return canLook() && (look || talk.conflict()) ? lookUp(talk) : write(talk);
    }

    private boolean canLook() {
        return !addresses.lookup().isEmpty();
    }

    private HttpTalk lookUp(HttpTalk talk) {
        return talk.next(Step.LOOK_UP, HttpCall.of("GET", addresses.lookup(talk.delivery()), headers(Map.of()), null));
    }

    private HttpTalk write(HttpTalk talk) {
        Delivery delivery = talk.delivery();
        String body = written(delivery.fields());
        var headers = headers(signature.headers(delivery.id(), clock.instant(), body));
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", delivery.id());
        return talk.next(Step.WRITE, HttpCall.of(method, addresses.of(delivery), headers, body));
    }

    private Map<String, String> headers(Map<String, String> more) {
        Token held = token();
        var headers = new HashMap<>(credentials.headers(held == null ? "" : held.value()));
        headers.put("Accept", "application/json");
        headers.putAll(more);
        return headers;
    }

    /**
     * What to ask next, after an answer.
     *
     * @throws TargetRefused when the target will never take it
     * @throws TargetUnavailable when it is to be tried again
     */
    public HttpTalk answered(HttpTalk talk, int status, @Nullable String retryAfter, @Nullable InputStream body) {
        HttpAnswer answer = HttpAnswer.read(status, retryAfter, body, clock);
        return switch (talk.step()) {
            case TOKEN -> tokenGiven(talk, answer);
            case LOOK_UP -> lookedUp(talk, answer);
            default -> writeAnswered(talk, answer);
        };
    }

    private HttpTalk tokenGiven(HttpTalk talk, HttpAnswer answer) {
        JsonNode given = answer.json();
        String value = given.path("access_token").asText();
        if (!answer.isGood() || value.isEmpty()) {
            // Without the text, which a server may have put the secret in.
            throw new TargetUnavailable("the token server gave none: " + answer.status(), answer.retryAfter());
        }
        long lasts = given.path("expires_in").asLong(UNSAID_SECONDS);
        token.set(new Token(value, clock.instant().plusSeconds(Math.max(1, lasts - MARGIN_SECONDS))));
        return next(talk);
    }

    private HttpTalk lookedUp(HttpTalk talk, HttpAnswer answer) {
        if (answer.status() == 404) {
            return notFound(talk);
        }
        if (!answer.isGood()) {
            return notGood(talk, answer);
        }
        JsonNode there = answer.json();
        if (there.isMissingNode()) {
            throw new TargetUnavailable("the look-up was not answered with JSON: " + answer.status(), null);
        }
        String id = found.id(there);
        if (id != null) {
            return talk.end(new Delivered(id, "found by our number"));
        }
        if (!found.saysNone(there)) {
            throw new TargetUnavailable(
                    "the answer to the look-up has nothing at " + found.pointer()
                            + ", and no empty list there either: fix 'found'",
                    null);
        }
        return notFound(talk);
    }

    private HttpTalk notFound(HttpTalk talk) {
        if (talk.conflict()) {
            throw new TargetUnavailable("409: it has the record already, and does not show it", null);
        }
        return write(talk);
    }

    private HttpTalk writeAnswered(HttpTalk talk, HttpAnswer answer) {
        if (answer.isGood()) {
            String id = record.isNowhere() ? null : record.id(answer.json());
            if (id == null && !record.isNowhere() && talk.delivery().kind().equals(Delivery.TICKET)) {
                throw new TargetUnavailable(
                        "the answer names no record at " + record.pointer() + ": " + answer.status(), null);
            }
            return talk.end(new Delivered(id, String.valueOf(answer.status())));
        }
        boolean there =
                answer.status() == 409 && canLook() && talk.delivery().kind().equals(Delivery.TICKET);
        return there ? lookUp(talk.afterConflict()) : notGood(talk, answer);
    }

    private HttpTalk notGood(HttpTalk talk, HttpAnswer answer) {
        if (answer.status() == 401 && credentials.needsToken() && !talk.renewed()) {
            token.set(null);
            return next(talk.afterRefusedToken());
        }
        if (answer.isTemporary()) {
            throw new TargetUnavailable(answer.words(), answer.retryAfter());
        }
        throw new TargetRefused(answer.words());
    }

    private @Nullable Token token() {
        Token held = token.get();
        return held != null && held.until().isAfter(clock.instant()) ? held : null;
    }

    private static String written(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the fields of a mapping are plain values", e);
        }
    }
}
