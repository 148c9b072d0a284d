package io.redress.channel.sender;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * A signature by HMAC (RFC 2104) over parts of the call.
 *
 * @param over what is signed
 * @param secretEncoding how the channel's secret writes the key
 * @param is where the signature stands
 * @param encoding how it is written, behind {@code prefix}
 * @param time when it was signed; null where the sender does not say
 */
record HmacRule(
        HmacAlgorithms algorithm,
        SignedContent over,
        BinaryEncoding secretEncoding,
        RequestField is,
        BinaryEncoding encoding,
        String prefix,
        @Nullable SignedTime time)
        implements VerificationRule {

    @Override
    public RequestVerifier with(String secret, Duration tolerance, Clock clock) {
        List<byte[]> keys =
                VerificationRule.secrets(secret).stream().map(this::key).toList();
        return call -> verify(call, keys, tolerance, clock);
    }

    private byte[] key(String secret) {
        byte[] key = secretEncoding.decode(secret);
        if (key == null) {
            throw new IllegalArgumentException("the webhook's secret is not written in " + secretEncoding.key());
        }
        return key;
    }

    private VerificationResult verify(WebhookRequest call, List<byte[]> keys, Duration tolerance, Clock clock) {
        List<String> signatures = is.in(call);
        if (signatures.isEmpty()) {
            return new VerificationResult.Rejected("send the signature as " + is + ", exactly once");
        }
        Optional<String> late = time == null ? Optional.empty() : time.refusal(call, tolerance, clock);
        if (late.isPresent()) {
            return new VerificationResult.Rejected(late.get());
        }
        try {
            for (byte[] key : keys) {
                byte[] right = new HmacUtils(algorithm, key).hmac(over.of(call, key));
                if (signatures.stream().anyMatch(signature -> fits(signature, right))) {
                    return new VerificationResult.Genuine(null);
                }
            }
        } catch (SignedContent.MissingField e) {
            return new VerificationResult.Rejected("send " + e.getMessage() + ", exactly once: it is signed");
        }
        return new VerificationResult.Rejected(
                is + " fits no secret of this channel: sign the raw body as the sender's description says");
    }

    private boolean fits(String written, byte[] right) {
        byte[] signature = written.startsWith(prefix) ? encoding.decode(written.substring(prefix.length())) : null;
        return signature != null && MessageDigest.isEqual(signature, right);
    }
}
