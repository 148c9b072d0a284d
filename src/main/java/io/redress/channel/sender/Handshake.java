package io.redress.channel.sender;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.proof.ChannelSecrets;
import io.redress.channel.proof.RequestField;
import io.redress.channel.proof.SharedSecretRule;
import io.redress.channel.proof.VerificationResult;
import io.redress.channel.proof.WebhookRequest;
import io.redress.mapping.json.ValuePath;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request by which a sender checks an address before it sends anything there. */
public final class Handshake {

    static final String POST = "POST";

    private static final String CONTENT_TYPE = "header.content-type";

    /** What is echoed: a challenge, never a page. */
    private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

    private final String method;
    private final boolean isVerified;
    private final Map<String, String> when;
    private final Optional<SharedSecretRule> token;
    private final Optional<String> echo;
    private final FixedAnswer answer;

    /**
     * What a sender's file says of one.
     *
     * @param method {@code GET}, {@code HEAD} or {@code POST}
     * @param isVerified whether it is verified as every other request is, and then its body looked at: a {@code POST} usually
     * @param when values by name that make a request this handshake
     * @param tokenAt where the channel's verify token must stand; null where the sender sends none
     * @param echo the value that is the answer: a {@link RequestField}, or a path into the body; null for {@code answer}
     */
    Handshake(
            String method,
            boolean isVerified,
            Map<String, String> when,
            @Nullable RequestField tokenAt,
            @Nullable String echo,
            FixedAnswer answer) {
        this.method = method;
        this.isVerified = isVerified;
        this.when = when;
        this.token = Optional.ofNullable(tokenAt).map(at -> SharedSecretRule.plain(ChannelSecrets.SECRET, at));
        this.echo = Optional.ofNullable(echo);
        this.answer = answer;
    }

    /** @param body null as long as the request is not verified */
    boolean fits(WebhookRequest call, @Nullable ObjectNode body) {
        return call.method().equals(method)
                && isVerified == (body != null)
                && when.entrySet().stream()
                        .allMatch(entry -> values(entry.getKey(), call, body).contains(entry.getValue()));
    }

    /**
     * The answer to a request that {@link #fits}.
     *
     * @param verifyToken the channel's; empty where it has none
     * @return empty when the request does not name the token where it has to, or lacks what is to be echoed
     */
    public Optional<FixedAnswer> answer(WebhookRequest call, @Nullable ObjectNode body, String verifyToken) {
        boolean trusted = token.isEmpty() || !verifyToken.isEmpty() && names(token.get(), verifyToken, call);
        if (!trusted || echo.isEmpty()) {
            return Optional.of(answer).filter(any -> trusted);
        }
        List<String> challenge = values(echo.get(), call, body);
        return challenge.size() == 1 && CHALLENGE.matcher(challenge.get(0)).matches()
                ? Optional.of(FixedAnswer.ok(challenge.get(0)))
                : Optional.empty();
    }

    private static String withoutParameters(String contentType) {
        return contentType.replaceFirst(";.*", "").strip();
    }

    private static boolean names(SharedSecretRule rule, String verifyToken, WebhookRequest call) {
        return rule.with(ChannelSecrets.of(verifyToken), Duration.ZERO, Clock.systemUTC())
                        .verify(call)
                instanceof VerificationResult.Genuine;
    }

    private static List<String> values(String name, WebhookRequest call, @Nullable ObjectNode body) {
        if (RequestField.isOne(name)) {
            List<String> values = RequestField.of(name).in(call);
            return name.equalsIgnoreCase(CONTENT_TYPE)
                    ? values.stream().map(Handshake::withoutParameters).toList()
                    : values;
        }
        ValuePath path = body == null ? null : ValuePath.parse(name);
        return path == null || body == null ? List.of() : path.values(body);
    }
}
