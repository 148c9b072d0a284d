package io.redress.channel.proof;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature over parts of the request.
 *
 * @param signing how it is made
 * @param is where the signature stands
 * @param encoding how it is written, behind {@code prefix}
 * @param time when it was signed; null where the sender does not say
 */
record SignatureRule(
        Signing signing,
        RequestField is,
        BinaryEncoding encoding,
        String prefix,
        @Nullable SignedTime time) implements VerificationRule {

    @Override
    public RequestVerifier with(List<Map<String, String>> secrets, Duration tolerance, Clock clock) {
        List<Signing.Signer> signers = secrets.stream().map(signing::with).toList();
        return call -> verify(call, signers, tolerance, clock);
    }

    @Override
    public Optional<ProvenRequest> prove(Map<String, String> secrets, String id, byte[] body, Instant now) {
        Map<RequestField, String> values = new LinkedHashMap<>();
        signing.contents().forEach(content -> content.fields().forEach(field -> values.put(field, id)));
        if (time != null) {
            values.put(time.from(), time.write(now));
        }
        try {
            byte[] signature =
                    signing.with(secrets).sign(ProvenRequest.of(values).with(body));
            values.put(is, prefix + encoding.write(signature));
            return Optional.of(ProvenRequest.of(values));
        } catch (SignedContent.MissingField sealed) {
            return Optional.empty(); // only the sender encrypts
        }
    }

    private VerificationResult verify(
            WebhookRequest call, List<Signing.Signer> signers, Duration tolerance, Clock clock) {
        List<String> signatures = is.in(call);
        if (signatures.isEmpty()) {
            return new VerificationResult.Rejected("send the signature as " + is + ", exactly once");
        }
        Optional<String> late = time == null ? Optional.empty() : time.refusal(call, tolerance, clock);
        if (late.isPresent()) {
            return new VerificationResult.Rejected(late.get());
        }
        try {
            for (Signing.Signer signer : signers) {
                byte[] right = signer.sign(call);
                if (signatures.stream().anyMatch(signature -> fits(signature, right))) {
                    return new VerificationResult.Genuine(null);
                }
            }
        } catch (SignedContent.MissingField e) {
            return new VerificationResult.Rejected("send " + e.getMessage() + ", exactly once: it is signed");
        }
        if (signatures.stream().allMatch(signature -> decoded(signature) == null)) {
            return new VerificationResult.Rejected(is + " is not " + encoding.key()
                    + (prefix.isEmpty() ? "; a text that always stands before it is its prefix" : " behind " + prefix));
        }
        return new VerificationResult.Rejected(
                is + " fits no secret of this channel: sign the raw body as the sender's description says");
    }

    /** Null for what is not written as signatures of this sender are. */
    private byte @Nullable [] decoded(String written) {
        return written.startsWith(prefix) ? encoding.decode(written.substring(prefix.length())) : null;
    }

    private boolean fits(String written, byte[] right) {
        byte[] signature = decoded(written);
        return signature != null && MessageDigest.isEqual(signature, right);
    }
}
