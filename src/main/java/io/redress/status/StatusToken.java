package io.redress.status;

import io.redress.encryption.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a customer must know besides a number to see its status: HMAC-SHA256 of the number, in base64url (RFC 4648, 5).
 * Tokens that replace earlier ones are of a later generation, which they name and which is part of what they sign:
 * {@code <generation>.<code>}.
 */
public final class StatusToken {

    private static final int LONGEST = 100;
    private static final Pattern LATER = Pattern.compile("([1-9][0-9]{0,8})\\.(.*)");

    private final HmacSha256 key;

    /** {@code key}: at least 16 bytes, the same on all nodes and for as long as links shall work. */
    public StatusToken(byte[] key) {
        this.key = HmacSha256.unguessable(key);
    }

    /** The first token of a number. */
    public String of(String number) {
        return of(number, 0);
    }

    /** @param generation 0 for the first */
    public String of(String number, int generation) {
        return generation == 0 ? code(number) : generation + "." + code(number + "#" + generation);
    }

    /**
     * The generation of a token of this number; empty when it was not made here for it. Takes as long for a near miss as for
     * a wild guess.
     */
    public Optional<Integer> generation(String number, @Nullable String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        var later = LATER.matcher(token);
        int generation = later.matches() ? Integer.parseInt(later.group(1)) : 0;
        boolean genuine = MessageDigest.isEqual(
                of(number, generation).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return genuine ? Optional.of(generation) : Optional.empty();
    }

    private String code(String signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.of(signed));
    }
}
