package io.redress.security.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.redress.settings.AppSettings;
import io.redress.settings.AppSettings.Algorithm;
import io.redress.settings.AppSettings.Issuer;
import io.redress.status.AppCustomer;
import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final String SECRET =
            "a-secret-of-this-test-with-more-than-64-bytes-so-that-any-hmac-algorithm-takes-it";

    private static KeyPair rsa;
    private static KeyPair ec;

    private final SetClock clock = new SetClock(NOW);
    private final AppTokens tokens = tokens(Map.of(
            "shop", new Issuer(Algorithm.HS256, SECRET),
            "phone", new Issuer(Algorithm.ES256, pem(ec)),
            "mini", new Issuer(Algorithm.RS256, pem(rsa))));

    @BeforeAll
    static void keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        var curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        ec = curve.generateKeyPair();
    }

    @Test
    void a_token_that_its_app_signed_for_this_hub_names_the_verified_contacts() throws Exception {
        assertThat(tokens.read(signed("shop", JWSAlgorithm.HS256, new MACSigner(SECRET), any -> {})))
                .contains(new AppCustomer("shop", List.of("+8613800138000"), List.of("li@customers.shop")));
        assertThat(tokens.read(signed(
                        "phone", JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) ec.getPrivate()), any -> {})))
                .isPresent();
        assertThat(tokens.read(signed("mini", JWSAlgorithm.RS256, new RSASSASigner(rsa.getPrivate()), any -> {})))
                .isPresent();
    }

    @Test
    void what_the_app_has_not_verified_does_not_count() throws Exception {
        assertThat(tokens.read(shop(claims -> claims.claim("email_verified", false))))
                .contains(new AppCustomer("shop", List.of("+8613800138000"), List.of()));
        assertThat(tokens.read(
                        shop(claims -> claims.claim("email_verified", null).claim("phone_number", null))))
                .isEmpty();
        assertThat(tokens.read(
                        shop(claims -> claims.claim("email_verified", "true").claim("phone_number", null))))
                .isEmpty();
    }

    @Test
    void no_other_token_counts() throws Exception {
        String good = shop(any -> {});
        for (String token : List.of(
                "",
                "x",
                "a.b.c",
                good + "x",
                good.substring(0, good.lastIndexOf('.') + 1),
                "x".repeat(10_000),
                new PlainJWT(claims("shop").build()).serialize(),
                signed(
                        "shop",
                        JWSAlgorithm.HS256,
                        new MACSigner("another-secret-with-more-than-32-bytes-in-it"),
                        any -> {}),
                signed("shop", JWSAlgorithm.HS512, new MACSigner(SECRET), any -> {}),
                signed("unknown", JWSAlgorithm.HS256, new MACSigner(SECRET), any -> {}),
                // the public key, which everybody may know, taken for a secret
                signed("mini", JWSAlgorithm.HS256, new MACSigner(pem(rsa).getBytes(StandardCharsets.UTF_8)), any -> {}),
                // an app speaks for itself alone
                signed("phone", JWSAlgorithm.HS256, new MACSigner(SECRET), any -> {}),
                signed("mini", JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) ec.getPrivate()), any -> {}),
                shop(claims -> claims.issuer(null)),
                shop(claims -> claims.audience("another")),
                shop(claims -> claims.audience((String) null)),
                shop(claims -> claims.subject(null)),
                shop(claims -> claims.expirationTime(null)),
                shop(claims -> claims.expirationTime(Date.from(NOW))),
                shop(claims -> claims.expirationTime(Date.from(NOW.plus(Duration.ofMinutes(61))))),
                shop(claims -> claims.issueTime(null)),
                shop(claims -> claims.issueTime(Date.from(NOW.plus(Duration.ofMinutes(2))))),
                shop(claims -> claims.notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(2))))))) {
            assertThat(tokens.read(token)).as(token).isEmpty();
        }
    }

    @Test
    void a_token_ends() throws Exception {
        String token = shop(any -> {});
        clock.pass(Duration.ofMinutes(30));

        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void a_key_that_is_missing_weak_private_or_of_another_kind_stops_the_start() {
        for (Issuer wrong : List.of(
                new Issuer(Algorithm.HS256, ""),
                new Issuer(Algorithm.HS256, "short"),
                new Issuer(Algorithm.RS256, SECRET),
                new Issuer(Algorithm.RS256, pem(ec)),
                new Issuer(Algorithm.ES256, pem(rsa)),
                new Issuer(Algorithm.ES256, "file:/nowhere/app.pem"))) {
            assertThatThrownBy(() -> tokens(Map.of("shop", wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("redress.apps.issuers.shop.key")
                    .hasMessageNotContaining(SECRET);
        }
    }

    private AppTokens tokens(Map<String, Issuer> issuers) {
        return new AppTokens(new AppSettings("redress", issuers), clock);
    }

    private static String shop(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        return signed("shop", JWSAlgorithm.HS256, new MACSigner(SECRET), change);
    }

    private static String signed(
            String app, JWSAlgorithm algorithm, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws Exception {
        JWTClaimsSet.Builder claims = claims(app);
        change.accept(claims);
        var token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims(String app) {
        return new JWTClaimsSet.Builder()
                .issuer(app)
                .audience("redress")
                .subject("customer-7")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(30))))
                .claim("phone_number", "+8613800138000")
                .claim("phone_number_verified", true)
                .claim("email", "Li@customers.shop")
                .claim("email_verified", true);
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }
}
