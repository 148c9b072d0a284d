package io.redress.security.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.settings.AppSettings;
import io.redress.status.AppCustomer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the tokens of the shop's apps (JWT, RFC 7519). The algorithm is the app's own in the settings, whatever a token says, so that
 * neither {@code none} nor a public key used as a secret gets through. A token names its end, at most an hour after its
 * beginning, and a phone number or a mail address that the app has verified (OpenID Connect Core 1.0, 5.1).
 */
@Component
public class AppTokens {

    private static final Duration LONGEST = Duration.ofHours(1);
    /** By which the clocks of app and hub may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int LONGEST_TOKEN = 8_192;

    private final String audience;
    private final Clock clock;
    private final Map<String, App> apps = new LinkedHashMap<>();

    private record App(JWSAlgorithm algorithm, JWSVerifier verifier) {}

    AppTokens(AppSettings settings, Clock clock) {
        this.audience = settings.audience();
        this.clock = clock;
        settings.issuers()
                .forEach((name, issuer) -> apps.put(
                        name,
                        new App(
                                JWSAlgorithm.parse(issuer.signing().name()),
                                AppKey.of("redress.apps.issuers." + name, issuer))));
    }

    /** Whose token this is; empty for every token that does not count, by whatever reason. */
    public Optional<AppCustomer> read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            App app = claims.getIssuer() == null ? null : apps.get(claims.getIssuer());
            boolean genuine = app != null
                    && app.algorithm().equals(signed.getHeader().getAlgorithm())
                    && signed.getHeader().getCriticalParams() == null
                    && signed.verify(app.verifier());
            return genuine && isForNow(claims) ? customer(claims) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean isForNow(JWTClaimsSet claims) {
        Instant end = instant(claims.getExpirationTime());
        Instant begin = instant(claims.getIssueTime());
        Instant notBefore = instant(claims.getNotBeforeTime());
        Instant now = clock.instant();
        return end != null
                && begin != null
                && end.isAfter(now)
                && !begin.isAfter(now.plus(SKEW))
                && (notBefore == null || !notBefore.isAfter(now.plus(SKEW)))
                && !end.isAfter(begin.plus(LONGEST))
                && claims.getAudience().contains(audience);
    }

    private static Optional<AppCustomer> customer(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String phone = verified(claims, "phone_number");
        String email = verified(claims, "email");
        return subject == null || subject.isBlank() || phone == null && email == null
                ? Optional.empty()
                : Optional.of(new AppCustomer(
                        claims.getIssuer(),
                        phone == null ? List.of() : List.of(phone),
                        email == null ? List.of() : List.of(email.toLowerCase(Locale.ROOT))));
    }

    private static @Nullable String verified(JWTClaimsSet claims, String claim) throws ParseException {
        String value = claims.getStringClaim(claim);
        return value != null && !value.isBlank() && Boolean.TRUE.equals(claims.getBooleanClaim(claim + "_verified"))
                ? value.strip()
                : null;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
