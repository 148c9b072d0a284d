package io.redress.security;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.TicketScope;
import java.util.EnumSet;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets in who presents a key; the user's name, if any, does not matter. The principal is an {@link Actor}. */
@Component
class ApiKeyAuthenticationProvider implements AuthenticationProvider {

    private final ApiKeys keys;

    ApiKeyAuthenticationProvider(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        return keys.nameOf(String.valueOf(presented.getCredentials()))
                .map(name -> authenticated(Actor.key(name, EnumSet.allOf(Permission.class), TicketScope.ALL)))
                .orElseThrow(() -> new BadCredentialsException("not a key of this hub"));
    }

    /** The permissions of an actor as authorities, each under its key. */
    static Authentication authenticated(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                actor.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.key()))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
