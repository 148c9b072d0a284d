package io.redress.channel.proof;

import io.redress.ticket.KeyedEnum;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The secret itself comes with each call. It proves who sends, not what: use HTTPS, and a signature where the sender can.
 *
 * @param key the name of the secret
 * @param scheme how it is written
 * @param is where it stands
 */
public record SharedSecretRule(String key, Scheme scheme, RequestField is) implements VerificationRule {

    private static final RequestField AUTHORIZATION = RequestField.of("header.authorization");

    /** How the secret is written. */
    public enum Scheme implements KeyedEnum {
        /** As it is. */
        PLAIN,
        /** {@code Authorization: Bearer <secret>} (RFC 6750). */
        BEARER,
        /** {@code Authorization: Basic}, where the secret is {@code user:password} (RFC 7617). */
        BASIC
    }

    /** The secret as it is, at a place of its own. */
    public static SharedSecretRule plain(String key, RequestField is) {
        return new SharedSecretRule(key, Scheme.PLAIN, is);
    }

    static SharedSecretRule bearer(String key) {
        return new SharedSecretRule(key, Scheme.BEARER, AUTHORIZATION);
    }

    static SharedSecretRule basic(String key) {
        return new SharedSecretRule(key, Scheme.BASIC, AUTHORIZATION);
    }

    @Override
    public RequestVerifier with(List<Map<String, String>> sets, Duration tolerance, Clock clock) {
        List<String> secrets =
                sets.stream().map(set -> set.getOrDefault(key, "")).distinct().toList();
        if (scheme == Scheme.BASIC) {
            secrets.forEach(one -> ChannelSecrets.alternatives(one.substring(one.indexOf(':') + 1)));
        }
        // Else a channel whose secret is missing would believe whoever sends none.
        List<byte[]> digests = secrets.stream()
                .filter(one -> !one.isBlank())
                .map(DigestUtils::sha256)
                .toList();
        return call -> is.in(call).stream().findFirst().flatMap(this::secret).stream()
                        .map(DigestUtils::sha256)
                        .anyMatch(given -> digests.stream().anyMatch(right -> MessageDigest.isEqual(given, right)))
                ? new VerificationResult.Genuine(null)
                : new VerificationResult.Rejected("send the channel's secret as " + is
                        + switch (scheme) {
                            case PLAIN -> ", exactly once";
                            case BEARER -> ": Bearer, a space and the secret";
                            case BASIC -> ": Basic, a space and user:password in base64";
                        });
    }

    @Override
    public Optional<ProvenRequest> prove(Map<String, String> secrets, String id, byte[] body, Instant now) {
        String secret = secrets.getOrDefault(key, "");
        String written =
                switch (scheme) {
                    case PLAIN -> secret;
                    case BEARER -> "Bearer " + secret;
                    case BASIC ->
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
                };
        return Optional.of(ProvenRequest.of(Map.of(is, written))).filter(any -> !secret.isBlank());
    }

    private Optional<String> secret(String written) {
        if (scheme == Scheme.PLAIN) {
            return Optional.of(written);
        }
        int space = written.indexOf(' ');
        if (space < 0 || !written.substring(0, space).equalsIgnoreCase(scheme.key())) {
            return Optional.empty();
        }
        String given = written.substring(space + 1).strip();
        return scheme == Scheme.BEARER ? Optional.of(given) : userAndPassword(given);
    }

    private static Optional<String> userAndPassword(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
