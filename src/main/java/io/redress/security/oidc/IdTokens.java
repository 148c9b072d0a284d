package io.redress.security.oidc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.stereotype.Component;

/**
 * Checks ID tokens by what a provider's registration says now. Spring Security's own factory keeps the first decoder of each name:
 * after an edit of a provider it would go on asking for the issuer, the client and the keys of before.
 */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(ClientRegistration registration, JwtDecoder decoder) {}

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        return known.compute(
                        registration.getRegistrationId(),
                        (key, before) -> before != null && before.registration() == registration
                                ? before
                                : new Known(registration, new OidcIdTokenDecoderFactory().createDecoder(registration)))
                .decoder();
    }
}
