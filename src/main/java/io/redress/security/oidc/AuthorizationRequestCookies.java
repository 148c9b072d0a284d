package io.redress.security.oidc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.encryption.AesGcm;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Keeps an authorization request in an encrypted cookie of the browser that started it, and not in a session: strangers must not
 * fill the table of sessions by clicking on a provider. It is valid for ten minutes, and for one answer.
 */
class AuthorizationRequestCookies implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String NAME = "redress-sign-in";
    private static final String ASKED = AuthorizationRequestCookies.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final AesGcm encryption;
    private final ObjectMapper json;
    private final Clock clock;

    AuthorizationRequestCookies(AesGcm encryption, ObjectMapper json, Clock clock) {
        this.encryption = encryption;
        this.json = json;
        this.clock = clock;
    }

    /** What is kept of a request. */
    record Asked(
            String address,
            String client,
            String redirect,
            Set<String> scopes,
            String state,
            Map<String, Object> parameters,
            Map<String, Object> attributes,
            String uri,
            long until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        String state = request.getParameter("state");
        if (cookie == null || state == null) {
            return null;
        }
        try {
            byte[] plain = encryption.decrypt(Base64.getUrlDecoder().decode(cookie.getValue()));
            Asked asked = json.readValue(plain, Asked.class);
            return state.equals(asked.state()) && clock.instant().isBefore(Instant.ofEpochSecond(asked.until()))
                    ? request(asked)
                    : null;
        } catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException e) {
            return null; // another key's, changed or cut
        } catch (IOException e) {
            throw new UncheckedIOException("the content of our own cookie is not JSON", e);
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            set(request, response, "", Duration.ZERO);
            return;
        }
        var kept = new Asked(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                asked.getRedirectUri(),
                asked.getScopes(),
                asked.getState(),
                new HashMap<>(asked.getAdditionalParameters()),
                new HashMap<>(asked.getAttributes()),
                asked.getAuthorizationRequestUri(),
                clock.instant().plus(LIFE).getEpochSecond());
        try {
            byte[] encrypted = encryption.encrypt(json.writeValueAsBytes(kept));
            set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted), LIFE);
        } catch (JacksonException e) {
            throw new UncheckedIOException("an authorization request could not be written as JSON", e);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            set(request, response, "", Duration.ZERO);
            request.setAttribute(ASKED, asked);
        }
        return asked;
    }

    /** Where somebody wanted to go, whose answer this request brings; empty when they did not say. */
    static String next(HttpServletRequest request) {
        return request.getAttribute(ASKED) instanceof OAuth2AuthorizationRequest asked
                        && asked.getAttribute(AuthorizationRequests.NEXT) instanceof String next
                ? next
                : "";
    }

    private static OAuth2AuthorizationRequest request(Asked asked) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.address())
                .clientId(asked.client())
                .redirectUri(asked.redirect())
                .scopes(asked.scopes())
                .state(asked.state())
                .additionalParameters(asked.parameters())
                .attributes(asked.attributes())
                .authorizationRequestUri(asked.uri())
                .build();
    }

    /** Lax: the provider's site leads the browser here. */
    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
