package io.redress.channel.mailbox.oauth;

import io.redress.configfile.InvalidConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Access tokens for one login to a mail server: kept, and renewed five minutes before their end. */
public final class OAuthLogin {

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final OAuthProviders providers;
    private final String provider;
    private final String prefix;
    private final String username;
    private final UnaryOperator<@Nullable String> settings;
    private final RefreshTokens refreshTokens;
    private final Clock clock;
    private final TokenEndpoint server = new TokenEndpoint();
    private @Nullable Held held;

    /** @param basis what it was fetched with: another secret gets another token */
    private record Held(String token, Instant until, String basis) {}

    /**
     * A login.
     *
     * @param provider file of {@code config/oauth}
     * @param prefix of its settings: {@code <prefix>.client-id}
     * @param username the mailbox
     * @param settings gives null for what is not set
     */
    public OAuthLogin(
            OAuthProviders providers,
            String provider,
            String prefix,
            String username,
            UnaryOperator<@Nullable String> settings,
            RefreshTokens refreshTokens,
            Clock clock) {
        this.providers = providers;
        this.provider = provider;
        this.prefix = prefix;
        this.username = username;
        this.settings = settings;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /** What the log and the health page call it. */
    public String username() {
        return username;
    }

    /**
     * An access token that holds for five minutes at least.
     *
     * @throws OAuthFailure when none is given
     */
    public synchronized String token() {
        OAuthProvider known = provider();
        Map<String, String> values = values(known);
        String basis = DigestUtils.sha256Hex(String.join("\n", values.values()));
        Held before = held;
        if (before != null && before.basis().equals(basis) && before.until().isAfter(clock.instant())) {
            return before.token();
        }
        Held fresh = fetched(known, values, basis);
        held = fresh;
        return fresh.token();
    }

    /**
     * The mail server does not take the token: the next login fetches another one.
     *
     * @return what the token said of itself; empty where it cannot be read
     */
    public synchronized Optional<AccessTokenClaims> refused() {
        Held before = held;
        held = null;
        return before == null ? Optional.empty() : AccessTokenClaims.of(before.token());
    }

    private OAuthProvider provider() {
        try {
            return providers.get(provider);
        } catch (InvalidConfiguration e) {
            throw new OAuthFailure(
                    "There is no file config/oauth/" + provider + ".yaml",
                    "Correct the channel's parameter oauth, or add that file",
                    "");
        }
    }

    private Map<String, String> values(OAuthProvider known) {
        Map<String, String> values = new LinkedHashMap<>();
        known.settings().values().forEach(setting -> {
            String value = setting.value(settings.apply(prefix + "." + setting.name()));
            if (value == null && setting.needsValue()) {
                throw new OAuthFailure(
                        prefix + "." + setting.name() + " has no value",
                        "It is the " + setting.words() + ": write it into config/secrets or config/application.yaml",
                        "");
            }
            values.put(setting.name(), value == null ? "" : value);
        });
        return values;
    }

    private Held fetched(OAuthProvider known, Map<String, String> values, String basis) {
        String url = OAuthProvider.filled(known.tokenUrl(), name -> values.getOrDefault(name, ""));
        Optional<String> kept =
                known.grant() == OAuthGrant.REFRESH_TOKEN ? refreshTokens.latest(login(values)) : Optional.empty();
        TokenEndpoint.Answer answer = server.ask(url, form(known, values, url, kept));
        if (!answer.isToken()) {
            throw failure(known, answer.words());
        }
        String rotated = answer.json().path("refresh_token").asText("");
        if (known.grant() == OAuthGrant.REFRESH_TOKEN && !rotated.isEmpty()) {
            refreshTokens.keep(login(values), rotated); // before the access token is used
        }
        long seconds = answer.json().path("expires_in").asLong(USUAL_LIFE.toSeconds());
        Duration life = Duration.ofSeconds(Math.max(seconds, 0)).minus(MARGIN);
        return new Held(
                answer.json().path("access_token").asText(),
                clock.instant().plus(life.isNegative() ? Duration.ZERO : life),
                basis);
    }

    /** Another refresh token in the settings begins anew. */
    private String login(Map<String, String> values) {
        String begun = values.getOrDefault(OAuthProvider.REFRESH_TOKEN, "");
        return prefix + ":" + DigestUtils.sha256Hex(begun).substring(0, 16);
    }

    private Map<String, String> form(
            OAuthProvider known, Map<String, String> values, String url, Optional<String> refreshToken) {
        UnaryOperator<String> fill = text -> OAuthProvider.filled(text, name -> values.getOrDefault(name, ""));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", known.grant().type());
        String scope = fill.apply(known.scope());
        if (known.grant() == OAuthGrant.JWT_BEARER) {
            String audience = known.audience().isEmpty() ? url : fill.apply(known.audience());
            form.put(
                    "assertion",
                    new JwtAssertion(fill.apply(known.issuer()), username, scope, audience)
                            .by(values.getOrDefault(known.privateKey(), ""), clock.instant()));
            return form;
        }
        form.put("client_id", values.getOrDefault("client-id", ""));
        if (!values.getOrDefault("client-secret", "").isEmpty()) {
            form.put("client_secret", values.get("client-secret"));
        }
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        if (known.grant() == OAuthGrant.REFRESH_TOKEN) {
            form.put("refresh_token", refreshToken.orElse(values.get(OAuthProvider.REFRESH_TOKEN)));
        }
        return form;
    }

    private OAuthFailure failure(OAuthProvider known, String words) {
        String remedy = known.remedies().entrySet().stream()
                .filter(one -> words.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Compare the settings " + prefix + ".* with the console of " + known.title());
        return new OAuthFailure(known.title() + " gives no access token for " + username, remedy, words);
    }
}
