package io.redress.survey;

import io.redress.encryption.HmacSha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret part of a survey's link: the survey's id, when the link expires, and an HMAC-SHA256 of both, cut to 192 bits
 * (RFC 2104, 5), in base64url (RFC 4648, 5). Whoever has it may answer this survey, and nothing else.
 */
public final class SurveyToken {

    private static final int SIGNED = 24;
    private static final int WHOLE = 48; // divisible by three, so that no two texts mean the same bytes
    private static final int TEXT = WHOLE / 3 * 4;

    private final HmacSha256 code;

    /** {@code key}: the same on all nodes and for as long as links shall work. */
    public SurveyToken(byte[] key) {
        this.code = HmacSha256.unguessable(key);
    }

    /** What a token says that is genuine. */
    public record Claim(UUID survey, Instant expiresAt) {

        public boolean expired(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    /** {@code expiresAt} is kept to the second. */
    public String of(UUID survey, Instant expiresAt) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .putLong(survey.getMostSignificantBits())
                .putLong(survey.getLeastSignificantBits())
                .putLong(expiresAt.getEpochSecond())
                .array();
        byte[] whole = Arrays.copyOf(signed, WHOLE);
        System.arraycopy(code.of(signed), 0, whole, SIGNED, WHOLE - SIGNED);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What a token says; empty when it was not made here. Takes as long for a near miss as for a wild guess. */
    public Optional<Claim> read(String token) {
        if (token.length() != TEXT) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(whole, SIGNED);
        byte[] expected = Arrays.copyOf(code.of(signed), WHOLE - SIGNED);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(whole, SIGNED, WHOLE))) {
            return Optional.empty();
        }
        var fields = ByteBuffer.wrap(signed);
        var survey = new UUID(fields.getLong(), fields.getLong());
        return Optional.of(new Claim(survey, Instant.ofEpochSecond(fields.getLong())));
    }
}
