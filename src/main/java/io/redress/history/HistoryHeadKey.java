package io.redress.history;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** Signs heads with Ed25519 (RFC 8032). The key comes of the hub's own secret, which all nodes share. */
public final class HistoryHeadKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 64;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final PrivateKey secret;
    private final PublicKey open;

    private HistoryHeadKey(KeyPair pair) {
        this.secret = pair.getPrivate();
        this.open = pair.getPublic();
    }

    /** @param seed 32 bytes, from which the same key comes each time */
    public static HistoryHeadKey of(byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("an Ed25519 key comes of 32 bytes, not " + seed.length);
        }
        try {
            // The private key of RFC 8032 is any 32 bytes; the generator takes them from its source of randomness.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return new HistoryHeadKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    public byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours signs", e);
        }
    }

    public boolean signed(String text, byte[] signature) {
        return signed(open, text, signature);
    }

    /** Whether the holder of a key signed a text; a signature of any other form is none. */
    public static boolean signed(PublicKey key, String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.length == BYTES && check.verify(signature); // Java lets zeros follow
        } catch (GeneralSecurityException e) {
            return false; // too short, too long, no point of the curve
        }
    }

    /** SHA-256 of the public key's encoding (X.509 SubjectPublicKeyInfo), in hexadecimal digits. */
    public String fingerprint() {
        return fingerprint(open);
    }

    public static String fingerprint(PublicKey key) {
        return DigestUtils.sha256Hex(key.getEncoded());
    }

    /** The public key as PEM (RFC 7468), as openssl reads it. */
    public String pem() {
        return BEGIN + '\n' + Base64.getEncoder().encodeToString(open.getEncoded()) + '\n' + END + '\n';
    }

    /** @throws IllegalArgumentException when the text holds no public key of Ed25519 */
    public static PublicKey read(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("holds no public key in PEM");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("holds no public key of Ed25519", e);
        }
    }

    /** Bytes that are known, where randomness is asked for. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(bytes.length + " bytes asked for, " + seed.length + " given");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
