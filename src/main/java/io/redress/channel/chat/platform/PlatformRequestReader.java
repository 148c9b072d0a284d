package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookRefusals;
import io.redress.channel.chat.platform.decryption.DecryptionResult;
import io.redress.channel.chat.platform.message.PlatformItem;
import io.redress.channel.proof.VerificationResult;
import io.redress.channel.proof.WebhookRequest;
import io.redress.channel.sender.BodyFormat;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Proves, decrypts and reads requests of a platform.
 *
 * @param now platform and settings in use
 * @param quietTime after which silence of a customer the messages become a complaint
 */
record PlatformRequestReader(ConnectedPlatform.Current now, Duration quietTime) {

    /** The channel has no key that could prove a request. */
    static final class KeyMissing extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private KeyMissing(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * What a request is.
     *
     * @param plain as it came
     * @param type of its content; null where it is not known
     * @throws KeyMissing when nothing can be proven
     */
    WebhookOutcome read(WebhookRequest plain, @Nullable String type) {
        Platform platform = now.platform();
        Platform.Decryption decryption = platform.decryption();
        Optional<ObjectNode> outer = platform.body().read(plain.body(), type);
        String encrypted = outer.flatMap(this::encrypted).orElse(null);
        WebhookRequest call = plain.withEncrypted(encrypted);
        VerificationResult proven;
        try {
            proven = Objects.requireNonNull(now.proof()).verify(call);
        } catch (IllegalArgumentException e) { // no key
            throw new KeyMissing(e);
        }
        if (proven instanceof VerificationResult.Rejected rejected) {
            return new AddressCheck(now)
                    .unsigned(call, outer)
                    .orElseGet(() -> WebhookRefusals.notProven(rejected.reason()));
        }
        if (outer.isEmpty()) {
            return WebhookRefusals.unreadable(platform.body());
        }
        if (decryption == null) {
            return opened(call, outer.get(), call.body());
        }
        if (encrypted == null) {
            return WebhookRefusals.notProven(
                    "the request is not encrypted: enable encryption at the platform, with the hub's key");
        }
        return decrypted(decryption, encrypted, type, (body, original) -> opened(call, body, original));
    }

    /**
     * A body as if its request were proven; an encrypted one is decrypted where the channel has the key.
     *
     * @param type of the content; null where it is not known
     */
    WebhookOutcome unproven(byte[] body, @Nullable String type) {
        Platform platform = now.platform();
        Optional<ObjectNode> outer = platform.body().read(body, type);
        if (outer.isEmpty()) {
            return WebhookRefusals.unreadable(platform.body());
        }
        var events = new PlatformEvents(platform, quietTime);
        Platform.Decryption decryption = platform.decryption();
        return outer.flatMap(this::encrypted)
                .map(text -> decrypted(Objects.requireNonNull(decryption), text, type, events::of))
                .orElseGet(() -> events.of(outer.get(), body));
    }

    /** The encrypted text of a body; empty where it has none, or nothing is encrypted on this platform. */
    private Optional<String> encrypted(ObjectNode outer) {
        Platform.Decryption decryption = now.platform().decryption();
        return decryption == null ? Optional.empty() : decryption.at().first(new PlatformItem(outer, outer));
    }

    private WebhookOutcome decrypted(
            Platform.Decryption decryption,
            String encrypted,
            @Nullable String type,
            BiFunction<ObjectNode, byte[], WebhookOutcome> then) {
        DecryptionResult result = now.decrypt(decryption, encrypted);
        if (result instanceof DecryptionResult.DecryptionFailed failed) {
            return WebhookRefusals.notProven(failed.reason());
        }
        byte[] inner = ((DecryptionResult.Message) result).bytes();
        BodyFormat format = now.platform().body();
        return format.read(inner, type)
                .map(body -> then.apply(body, inner))
                .orElseGet(() -> WebhookRefusals.unreadable(format));
    }

    private WebhookOutcome opened(WebhookRequest call, ObjectNode body, byte[] original) {
        Optional<WebhookOutcome> handshake = new AddressCheck(now).of(call, body);
        return handshake.orElseGet(() -> new PlatformEvents(now.platform(), quietTime).of(body, original));
    }
}
