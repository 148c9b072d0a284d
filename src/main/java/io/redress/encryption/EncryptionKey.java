package io.redress.encryption;

import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of the key file. Each use has a key of its own, derived by HMAC-SHA256 over the use's name, as in the expand
 * step of RFC 5869.
 */
public final class EncryptionKey {

    private final String id;
    private final SecretKey aes;
    private final HmacSha256 names;
    private final String fingerprint;

    /** @param secret 32 random bytes */
    EncryptionKey(String id, byte[] secret) {
        this.id = id;
        var master = new HmacSha256(secret);
        this.aes = new SecretKeySpec(master.of("redress content"), "AES");
        this.names = new HmacSha256(master.of("redress names"));
        this.fingerprint = HexFormat.of().formatHex(master.of("redress fingerprint"), 0, 8);
    }

    /** As it stands in the key file and before everything that was encrypted with it. */
    public String id() {
        return id;
    }

    /** Tells two keys of the same id apart, and nothing about either. */
    public String fingerprint() {
        return fingerprint;
    }

    SecretKey aes() {
        return aes;
    }

    /** A name that only who has the key can tell from what it stands for: 64 hexadecimal digits. */
    String named(String content) {
        return names.hex(content);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
