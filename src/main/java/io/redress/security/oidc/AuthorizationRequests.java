package io.redress.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Asks a provider for an authorization code, with state, nonce and PKCE (RFC 9700, section 2.1.1). For a provider that does not
 * exist or does not answer there is no request: the browser gets a page that says so.
 */
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    static final String START = "/console/login/oidc";

    /** The attribute with the page that somebody wanted to see. */
    static final String NEXT = "next";

    private static final int LONGEST_NEXT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationRequests.class);

    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    AuthorizationRequests(ClientRegistrationRepository registrations) {
        resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
            return withNext(resolver.resolve(request), request);
        } catch (ProviderRegistrations.Unreachable | IllegalArgumentException e) {
            LOG.info("sign-in is not redirected to an identity provider: {}", e.getMessage());
            return null;
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return withNext(resolver.resolve(request, registrationId), request);
    }

    private static @Nullable OAuth2AuthorizationRequest withNext(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        return asked == null
                ? null
                : OAuth2AuthorizationRequest.from(asked)
                        .attributes(attributes -> attributes.put(NEXT, next(request)))
                        .build();
    }

    /** An address too long for a cookie is left out, as browsers would drop the whole cookie. */
    private static String next(HttpServletRequest request) {
        String next = request.getParameter(NEXT);
        return next == null || next.length() > LONGEST_NEXT ? "" : next;
    }
}
