package io.redress.security.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import io.redress.settings.AppSettings.Issuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key by which an app's tokens are verified, from its setting. */
final class AppKey {

    private static final String FILE = "file:";
    private static final int SHORTEST_SECRET = 32;
    private static final int SHORTEST_RSA = 2_048;

    /** SubjectPublicKeyInfo (RFC 7468, 13). */
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,4000})-----END PUBLIC KEY-----\\s*");

    private AppKey() {}

    /** @throws IllegalStateException naming the setting, when the key is missing, weak or of another kind */
    static JWSVerifier of(String property, Issuer issuer) {
        String key = read(property, issuer.key());
        try {
            return switch (issuer.signing()) {
                case HS256 -> {
                    require(
                            key.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_SECRET,
                            property + ".key has fewer than " + SHORTEST_SECRET
                                    + " bytes: give a longer random secret");
                    yield new MACVerifier(key);
                }
                case RS256 -> {
                    var rsa = (RSAPublicKey) publicKey("RSA", key);
                    require(
                            rsa.getModulus().bitLength() >= SHORTEST_RSA,
                            property + ".key has fewer than " + SHORTEST_RSA + " bits: make a longer one");
                    yield new RSASSAVerifier(rsa);
                }
                case ES256 -> {
                    var ec = (ECPublicKey) publicKey("EC", key);
                    require(
                            Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams())),
                            property + ".key is not on curve P-256: make one that is");
                    yield new ECDSAVerifier(ec);
                }
            };
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    property + ".key is not a public key for " + issuer.signing()
                            + ": give it in PEM, BEGIN PUBLIC KEY",
                    e);
        }
    }

    private static PublicKey publicKey(String algorithm, String pem) throws GeneralSecurityException {
        var written = PEM.matcher(pem);
        if (!written.matches()) {
            throw new InvalidKeyException("not BEGIN PUBLIC KEY");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(written.group(1));
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
    }

    private static String read(String property, @Nullable String value) {
        require(
                value != null && !value.isBlank(),
                property + ".key is missing: give the app's key, or file: and its path");
        if (value == null || !value.startsWith(FILE)) {
            return String.valueOf(value).strip();
        }
        Path file = Path.of(value.substring(FILE.length()));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    property + ".key names " + file + ", which cannot be read: create it, or correct the path", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
