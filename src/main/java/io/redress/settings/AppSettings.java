package io.redress.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code redress.apps}: the shop's own apps, whose tokens show a customer's own tickets.
 *
 * @param audience what a token must be made for, claim {@code aud}
 * @param issuers the apps by what their tokens say in claim {@code iss}
 */
@ConfigurationProperties("redress.apps")
public record AppSettings(
        @DefaultValue("redress") String audience,
        @DefaultValue Map<String, Issuer> issuers) {

    /** How an app signs (RFC 7518). */
    public enum Algorithm {
        HS256,
        ES256,
        RS256
    }

    /**
     * An app.
     *
     * @param algorithm null: ES256
     * @param key for HS256 a secret of 32 bytes at least, else the public key in PEM; {@code file:<path>} is read from there
     */
    public record Issuer(
            @Nullable Algorithm algorithm, @Nullable String key) {

        /** {@link Algorithm#ES256} where none is given. */
        public Algorithm signing() {
            return algorithm == null ? Algorithm.ES256 : algorithm;
        }
    }
}
