package io.redress.user;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/** The secret that a user's authenticator app shares with the hub: 160 random bits (RFC 4226, section 4, R6). */
public final class AuthenticatorSecret {

    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private AuthenticatorSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static AuthenticatorSecret random() {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        return new AuthenticatorSecret(fresh);
    }

    /** One that was kept. */
    public static AuthenticatorSecret of(byte[] bytes) {
        return new AuthenticatorSecret(bytes);
    }

    /** To keep, encrypted. */
    public byte[] bytes() {
        return bytes.clone();
    }

    SecretKeySpec key() {
        return new SecretKeySpec(bytes, "RAW");
    }

    /** For those who type it into their app: 32 letters and digits. */
    public String base32() {
        return new Base32().encodeToString(bytes).replace("=", "");
    }

    /** What a QR code says to an app: the form that Google Authenticator made common. */
    public String address(String issuer, String login) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(login) + "?secret=" + base32() + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuthenticatorSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "secret";
    }
}
