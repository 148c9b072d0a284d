package io.redress.channel.mailbox.oauth;

import io.redress.delivery.dialogue.JsonBodies;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service account says to get a token: a JSON Web Token signed by RS256 (RFC 7519, RFC 7523).
 *
 * @param subject the mailbox for which the account acts
 */
record JwtAssertion(String issuer, String subject, String scope, String audience) {

    /** Google takes an hour at most. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** @throws OAuthFailure when the key is none */
    String by(String pem, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("scope", scope);
        claims.put("aud", audience);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        String content = encoded(JsonBodies.written(Map.of("alg", "RS256", "typ", "JWT"))) + "."
                + encoded(JsonBodies.written(claims));
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(pem))));
            rsa.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(rsa.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new OAuthFailure(
                    "The private key of the service account is not a valid PEM key (PKCS #8)",
                    "Copy private_key of the account's JSON file, from BEGIN PRIVATE KEY to END PRIVATE KEY",
                    "");
        }
    }

    /** With line ends, or with {@code \n} as the provider's JSON file writes them. */
    private static byte[] bytes(String pem) {
        String base64 = pem.replace("\\n", "\n")
                .replaceAll("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", "") // it tells the key's end
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s+", "");
        return Base64.getDecoder().decode(base64);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
