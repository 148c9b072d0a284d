package io.redress.security.app;

import io.redress.status.AppCustomer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** Lets in customers of the shop's apps: the token of {@code Authorization: Bearer}, and from nowhere else. */
@Component
public class AppTokenConverter implements AuthenticationConverter {

    /** Authority of a customer; no key of the hub has it, and no customer has that of a key. */
    public static final String CUSTOMER = "customer";

    private static final String SCHEME = "Bearer ";

    private final AppTokens tokens;

    AppTokenConverter(AppTokens tokens) {
        this.tokens = tokens;
    }

    /** Null when there is no token that counts. */
    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? null
                : tokens.read(header.substring(SCHEME.length()).strip())
                        .map(AppTokenConverter::authenticated)
                        .orElse(null);
    }

    private static Authentication authenticated(AppCustomer customer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                customer, null, List.of(new SimpleGrantedAuthority(CUSTOMER)));
    }
}
