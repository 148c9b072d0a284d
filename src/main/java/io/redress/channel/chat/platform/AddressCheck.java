package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookRefusals;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.chat.platform.decryption.DecryptionResult;
import io.redress.channel.proof.RequestField;
import io.redress.channel.proof.RequestVerifier;
import io.redress.channel.proof.VerificationResult;
import io.redress.channel.proof.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the handshakes by which a platform checks an address. */
record AddressCheck(ConnectedPlatform.Current now) {

    /**
     * The answer to a request that is a handshake; empty where it is none.
     *
     * @param body of one whose proof was verified; null where it has none
     */
    Optional<WebhookOutcome> of(WebhookRequest call, @Nullable ObjectNode body) {
        return now.platform().handshakes().stream()
                .filter(handshake -> handshake.fits(call, body))
                .findFirst()
                .map(handshake -> body == null ? withoutBody(handshake, call) : answered(handshake, call, body));
    }

    /** The answer to a request whose proof was not verified, where nothing signs handshakes: such as Feishu's. */
    Optional<WebhookOutcome> unsigned(WebhookRequest call, Optional<ObjectNode> outer) {
        if (now.platform().handshakes().stream().noneMatch(PlatformHandshake::unsigned)) {
            return Optional.empty();
        }
        return outer.flatMap(body -> opened(call, body)).flatMap(body -> now.platform().handshakes().stream()
                .filter(handshake -> handshake.unsigned() && handshake.fits(call, body))
                .findFirst()
                .map(handshake -> answered(handshake, call, body)));
    }

    private Optional<ObjectNode> opened(WebhookRequest call, ObjectNode outer) {
        Platform.Decryption decryption = now.platform().decryption();
        String encrypted = call.encrypted();
        if (decryption == null || encrypted == null) {
            return Optional.of(outer);
        }
        return now.decrypt(decryption, encrypted) instanceof DecryptionResult.Message message
                ? now.platform().body().read(message.bytes(), null)
                : Optional.empty();
    }

    /** It may have a proof and an encrypted text of its own. */
    private WebhookOutcome withoutBody(PlatformHandshake handshake, WebhookRequest plain) {
        RequestField at = handshake.encrypted();
        WebhookRequest call = at == null
                ? plain
                : plain.withEncrypted(at.in(plain).stream().findFirst().orElse(null));
        RequestVerifier verifier =
                handshake.proof() == null ? Objects.requireNonNull(now.proof()) : now.verifier(handshake.proof());
        if (!handshake.unsigned() && verifier.verify(call) instanceof VerificationResult.Rejected rejected) {
            return WebhookRefusals.notProven(rejected.reason());
        }
        Platform.Decryption decryption = now.platform().decryption();
        if (at == null || decryption == null) {
            return answered(handshake, call, null);
        }
        DecryptionResult result = now.decrypt(decryption, Objects.requireNonNullElse(call.encrypted(), ""));
        return result instanceof DecryptionResult.Message message
                ? handshake
                        .echoed(new String(message.bytes(), StandardCharsets.UTF_8))
                        .map(WebhookResponse::fixed)
                        .orElseGet(WebhookRefusals::failedHandshake)
                : WebhookRefusals.notProven(((DecryptionResult.DecryptionFailed) result).reason());
    }

    private WebhookOutcome answered(PlatformHandshake handshake, WebhookRequest call, @Nullable ObjectNode body) {
        if (!handshake.isTrusted(call, body, now.sets())) {
            return WebhookRefusals.failedHandshake();
        }
        return handshake.answered(call, body).map(WebhookResponse::fixed).orElseGet(WebhookRefusals::failedHandshake);
    }
}
