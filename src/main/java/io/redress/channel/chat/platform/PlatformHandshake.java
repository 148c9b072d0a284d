package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.proof.RequestField;
import io.redress.channel.proof.VerificationRule;
import io.redress.channel.proof.WebhookRequest;
import io.redress.channel.sender.FixedAnswer;
import io.redress.delivery.dialogue.JsonBodies;
import io.redress.mapping.json.ValuePath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request by which a platform checks an address before it sends messages there.
 *
 * @param method {@code GET} or {@code POST}
 * @param when values by name that make a request this handshake
 * @param proof of its own; null where it is proven as messages are, or not at all
 * @param unsigned whether nothing signs it, so that only what it requires proves it
 * @param encrypted where the encrypted text is that is to be decrypted and answered; null where none is
 * @param require by name, the setting whose value must stand there
 * @param echo the value that is the answer; null where there is none
 * @param jsonName under which the echo is answered as JSON; null for the bare text
 * @param answer where there is no echo
 */
record PlatformHandshake(
        String method,
        Map<String, String> when,
        @Nullable VerificationRule proof,
        boolean unsigned,
        @Nullable RequestField encrypted,
        Map<String, String> require,
        @Nullable String echo,
        @Nullable String jsonName,
        FixedAnswer answer) {

    static final String JSON = "application/json";

    /** What is echoed: a challenge, never a page. */
    static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

    /** Whether a request is this handshake; {@code body} is null as long as it is not read. */
    boolean fits(WebhookRequest call, @Nullable ObjectNode body) {
        return call.method().equals(method)
                && (body != null || method.equals("GET"))
                && when.entrySet().stream()
                        .allMatch(entry -> values(entry.getKey(), call, body).contains(entry.getValue()));
    }

    /** Whether a request has the settings' values where it must. */
    boolean isTrusted(WebhookRequest call, @Nullable ObjectNode body, List<Map<String, String>> secrets) {
        return require.entrySet().stream().allMatch(entry -> {
            List<String> given = values(entry.getKey(), call, body);
            return given.size() == 1
                    && secrets.stream().anyMatch(set -> equal(given.get(0), set.getOrDefault(entry.getValue(), "")));
        });
    }

    /** The answer; empty where what is to be echoed is missing or no challenge. */
    Optional<FixedAnswer> answered(WebhookRequest call, @Nullable ObjectNode body) {
        if (echo == null) {
            return Optional.of(answer);
        }
        List<String> challenge = values(echo, call, body);
        return challenge.size() == 1 ? echoed(challenge.get(0)) : Optional.empty();
    }

    /** The answer that gives a text back; empty where it is no challenge. */
    Optional<FixedAnswer> echoed(String challenge) {
        if (!CHALLENGE.matcher(challenge).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                jsonName == null
                        ? FixedAnswer.ok(challenge)
                        : new FixedAnswer(200, JSON, JsonBodies.written(Map.of(jsonName, challenge))));
    }

    private static boolean equal(String given, String right) {
        return !right.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values(String name, WebhookRequest call, @Nullable ObjectNode body) {
        if (RequestField.isOne(name)) {
            return RequestField.of(name).in(call);
        }
        ValuePath path = body == null ? null : ValuePath.parse(name);
        return path == null || body == null ? List.of() : path.values(body);
    }
}
