package io.redress.status;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What a customer must know besides a number to see its status: HMAC-SHA256 of the number, in base64url (RFC 4648, 5). */
public final class StatusToken {

    private final SecretKeySpec key;

    /** {@code key}: at least 16 bytes, the same on all nodes and for as long as links shall work. */
    public StatusToken(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes can be guessed; use 32");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    public String of(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Whether a token is that of the number; takes as long for a near miss as for a wild guess. */
    public boolean matches(String number, @Nullable String token) {
        return token != null
                && MessageDigest.isEqual(
                        of(number).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
