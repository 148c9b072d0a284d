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
 * What the hub asks of a provider: a code, with state, nonce and PKCE (RFC 9700, section 2.1.1). A request for a provider that there
 * is not, or that does not answer, goes on to the page that says so.
 */
class AuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    static final String START = "/console/login/oidc";

    /** The attribute of where somebody wanted to go. */
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
            LOG.info("nobody is led to a provider: {}", e.getMessage());
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

    /** What is too long for a cookie is left out: browsers drop the whole cookie. */
    private static String next(HttpServletRequest request) {
        String next = request.getParameter(NEXT);
        return next == null || next.length() > LONGEST_NEXT ? "" : next;
    }
}
