package io.redress.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets in who presents a key; the user's name, if any, does not matter. The principal is the key's name. */
@Component
class ApiKeyAuthenticationProvider implements AuthenticationProvider {

    static final String OPERATOR = "operator";

    private final ApiKeys keys;

    ApiKeyAuthenticationProvider(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        return keys.nameOf(String.valueOf(presented.getCredentials()))
                .map(name -> UsernamePasswordAuthenticationToken.authenticated(
                        name, null, List.of(new SimpleGrantedAuthority(OPERATOR))))
                .orElseThrow(() -> new BadCredentialsException("not a key of this hub"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
