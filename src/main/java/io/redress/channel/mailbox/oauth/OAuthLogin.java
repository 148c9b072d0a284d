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
    private final TokenEndpoint endpoint = new TokenEndpoint();
    private @Nullable Held held;

    /** @param basis what it was fetched with: another secret gets another token */
    private record Held(String token, Instant until, String basis, TokenRefusals refusals) {}

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
        OAuthClient client = OAuthClient.of(provider(), prefix, settings);
        String basis = DigestUtils.sha256Hex(String.join("\n", client.values().values()));
        Held before = held;
        if (before != null && before.basis().equals(basis) && before.until().isAfter(clock.instant())) {
            return before.token();
        }
        Held fresh = fetched(client, basis);
        held = fresh;
        return fresh.token();
    }

    /**
     * The mail server does not take the token: the next login fetches another one.
     *
     * @return what the token said of itself, and what its provider advises
     */
    public synchronized RefusedToken refused() {
        Held before = held;
        held = null;
        return before == null ? RefusedToken.UNKNOWN : RefusedToken.of(before.token(), before.refusals());
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

    private Held fetched(OAuthClient client, String basis) {
        boolean agreed = client.provider().grant() == OAuthGrant.REFRESH_TOKEN;
        TokenEndpoint.Answer answer =
                agreed ? refreshTokens.alone(login(client), () -> renewed(client)) : asked(client, Optional.empty());
        long seconds = answer.json().path("expires_in").asLong(USUAL_LIFE.toSeconds());
        Duration life = Duration.ofSeconds(Math.max(seconds, 0)).minus(MARGIN);
        return new Held(
                answer.json().path("access_token").asText(),
                clock.instant().plus(life.isNegative() ? Duration.ZERO : life),
                basis,
                client.provider().refused());
    }

    /** With a refresh token that is kept before the access token is used. */
    private TokenEndpoint.Answer renewed(OAuthClient client) {
        TokenEndpoint.Answer answer = asked(client, refreshTokens.latest(login(client)));
        String rotated = answer.json().path("refresh_token").asText("");
        if (!rotated.isEmpty()) {
            refreshTokens.keep(login(client), rotated);
        }
        return answer;
    }

    private TokenEndpoint.Answer asked(OAuthClient client, Optional<String> refreshToken) {
        TokenEndpoint.Answer answer = endpoint.ask(client.tokenUrl(), form(client, refreshToken));
        if (!answer.isToken()) {
            throw client.failure("gives no access token for " + username, answer.words());
        }
        return answer;
    }

    /** Another refresh token in the settings begins anew. */
    private static String login(OAuthClient client) {
        return client.prefix() + ":"
                + DigestUtils.sha256Hex(client.value(OAuthProvider.REFRESH_TOKEN))
                        .substring(0, 16);
    }

    private Map<String, String> form(OAuthClient client, Optional<String> refreshToken) {
        OAuthProvider known = client.provider();
        Map<String, String> form = new LinkedHashMap<>();
        if (known.grant() == OAuthGrant.JWT_BEARER) {
            String audience = known.audience().isEmpty() ? client.tokenUrl() : client.filled(known.audience());
            form.put(
                    "assertion",
                    new JwtAssertion(client.filled(known.issuer()), username, client.filled(known.scope()), audience)
                            .by(client.value(known.privateKey()), clock.instant()));
        } else {
            form.putAll(client.form());
        }
        form.put("grant_type", known.grant().type());
        if (known.grant() == OAuthGrant.REFRESH_TOKEN) {
            form.put("refresh_token", refreshToken.orElse(client.value(OAuthProvider.REFRESH_TOKEN)));
        }
        return form;
    }
}
