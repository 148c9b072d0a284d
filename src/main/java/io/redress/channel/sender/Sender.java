package io.redress.channel.sender;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.proof.ChannelSecrets;
import io.redress.channel.proof.RequestHeaders;
import io.redress.channel.proof.RequestVerifier;
import io.redress.channel.proof.StandardWebhooks;
import io.redress.channel.proof.VerificationRule;
import io.redress.channel.proof.WebhookRequest;
import io.redress.mapping.json.JsonSource;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a kind of sender: a file of {@code config/senders/}, or {@link #standardWebhooks}. Its parts are read from
 * the file by {@link SenderReader}; its schema tells what they mean.
 */
public final class Sender {

    /** The name of the kind that signs by Standard Webhooks 1.0, for which no file is needed. */
    public static final String STANDARD = StandardWebhooks.KIND;

    /** How the names of headers begin that are kept with an item. */
    public static final String HEADER = "header.";

    private static final String DIGEST = "sha256:";

    /** Between names of an id that count together. */
    static final Pattern TOGETHER = Pattern.compile("\\s+\\+\\s+");

    private final Parts parts;

    /** @param headers those whose values are kept with the item, in small letters */
    record Parts(
            BodyFormat body,
            VerificationRule proof,
            boolean knowsCustomers,
            @Nullable String mapping,
            List<String> ids,
            List<String> headers,
            List<Handshake> handshakes,
            @Nullable FixedAnswer answer,
            RequestFilter only,
            RequestFilter silent,
            List<SenderExample> examples) {}

    Sender(Parts parts) {
        this.parts = parts;
    }

    /** Signs as {@link StandardWebhooks} has it, knows its customers, sends JSON objects, and reads the hub's own answers. */
    public static Sender standardWebhooks() {
        var none = RequestFilter.none();
        return new Sender(new Parts(
                BodyFormat.JSON,
                StandardWebhooks.RULE,
                true,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                none,
                none,
                List.of()));
    }

    public BodyFormat body() {
        return parts.body();
    }

    /** Whether its customers are who it says; false where people type in who they are. */
    public boolean knowsCustomers() {
        return parts.knowsCustomers();
    }

    /** The mapping of its calls, where a channel names none; empty where the file names none either. */
    public Optional<String> mapping() {
        return Optional.ofNullable(parts.mapping());
    }

    /** What it wants to read when its call was taken; empty where it reads the hub's own answer. */
    public Optional<FixedAnswer> answer() {
        return Optional.ofNullable(parts.answer());
    }

    /** Those of its file. */
    public List<SenderExample> examples() {
        return parts.examples();
    }

    /**
     * Proves its calls with a channel's secret.
     *
     * @param secret one or several, separated by blanks
     * @param tolerance how far a signed time may be from the clock's
     * @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it
     */
    public RequestVerifier proof(String secret, Duration tolerance, Clock clock) {
        if (parts.proof() != StandardWebhooks.RULE) {
            ChannelSecrets.alternatives(secret);
        }
        return parts.proof().with(ChannelSecrets.of(secret), tolerance, clock);
    }

    /** How its calls prove themselves. */
    public VerificationRule proof() {
        return parts.proof();
    }

    /**
     * The handshake that a call is, if it is one.
     *
     * @param body null as long as the call is not proven, which some handshakes never are
     */
    public Optional<Handshake> handshake(WebhookRequest call, @Nullable ObjectNode body) {
        return parts.handshakes().stream()
                .filter(handshake -> handshake.fits(call, body))
                .findFirst();
    }

    /** The headers of a call that are kept with it, as {@code header.<name>} in small letters; empty where it has none. */
    public Map<String, String> kept(Map<String, ?> callHeaders) {
        var kept = new HashMap<String, String>();
        for (String name : parts.headers()) {
            kept.put(HEADER + name, Objects.requireNonNullElse(RequestHeaders.of(callHeaders, name), ""));
        }
        return kept;
    }

    /** True for a call that says nothing and is not worth keeping, such as a receipt. */
    public boolean isSilent(JsonSource call) {
        return parts.silent().meets(call);
    }

    /** Why a call is no complaint; empty when it is one. */
    public Optional<String> noComplaint(JsonSource call) {
        return parts.only().unmet(call);
    }

    /**
     * What every repeat of a call has alike: the first of its ids that is whole, else a digest of its body.
     *
     * @param original of the call or of one of its events
     */
    public String key(JsonSource call, byte[] original) {
        return parts.ids().stream()
                .flatMap(id -> key(id, call).stream())
                .findFirst()
                .orElseGet(() -> DIGEST + DigestUtils.sha256Hex(original));
    }

    /** The ids of the events of one call, where each has one of its own; else none. */
    public List<String> keys(List<ObjectNode> events, Map<String, String> headers) {
        List<String> keys = events.stream()
                .flatMap(event -> parts.ids().stream()
                        .flatMap(id -> key(id, new JsonSource(event, headers)).stream())
                        .limit(1))
                .toList();
        return Set.copyOf(keys).size() == events.size() ? keys : List.of();
    }

    /** @param id one name; or several joined by a plus sign, each of which must have a value */
    private static Optional<String> key(String id, JsonSource call) {
        List<List<String>> values = TOGETHER.splitAsStream(id)
                .map(name -> call.values(name).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList())
                .toList();
        if (values.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        List<String> all = values.stream().flatMap(List::stream).toList();
        return Optional.of(all.size() == 1 ? all.get(0) : digest(all));
    }

    /** Of texts that a customer may have written; their lengths tell where one ends. */
    private static String digest(List<String> values) {
        var text = new StringBuilder();
        values.forEach(value -> text.append(value.length()).append(':').append(value));
        return DIGEST + DigestUtils.sha256Hex(text.toString());
    }
}
