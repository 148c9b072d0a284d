package io.redress.security;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeySource;
import io.redress.apikey.ApiKeyText;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.TicketScope;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Lets in who presents a key; the user's name, if any, does not matter. The principal is an {@link Actor}. A key of the settings
 * has all permissions, others what their scopes permit. Keys are compared by their hashes, and with all of a place, so that the
 * time that it takes tells nothing.
 */
@Component
class ApiKeyAuthenticationProvider implements AuthenticationProvider {

    private final ApiKeys keys;
    private final List<ApiKeySource> sources;
    private final Clock clock;

    ApiKeyAuthenticationProvider(ApiKeys keys, ObjectProvider<ApiKeySource> sources, Clock clock) {
        this.keys = keys;
        this.sources = sources.orderedStream().toList();
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String text = String.valueOf(presented.getCredentials());
        return authenticated(keys.nameOf(text)
                .map(name -> Actor.key(name, EnumSet.allOf(Permission.class), TicketScope.ALL))
                .orElseGet(() -> scoped(text)));
    }

    /** True when nobody can be let in. */
    boolean none() {
        try {
            return keys.none()
                    && sources.stream().allMatch(source -> source.keys().isEmpty());
        } catch (RuntimeException unreadable) {
            return false; // told to whoever presents a key
        }
    }

    private Actor scoped(String text) {
        byte[] hash = ApiKeyText.hash(text);
        Instant now = clock.instant();
        for (ApiKeySource source : sources) {
            ApiKey found = found(source, hash);
            if (found != null) {
                if (found.isExpired(now)) {
                    throw new CredentialsExpiredException(found + ", which has expired");
                }
                source.used(found, now);
                return found.actor();
            }
        }
        throw new BadCredentialsException("unknown API key");
    }

    private static @Nullable ApiKey found(ApiKeySource source, byte[] hash) {
        ApiKey found = null;
        try {
            for (ApiKey key : source.keys()) {
                if (key.isFor(hash)) {
                    found = key;
                }
            }
        } catch (RuntimeException e) {
            throw new InternalAuthenticationServiceException("the keys cannot be read", e);
        }
        return found;
    }

    /** The permissions of an actor as authorities, each under its key; none of one who may not see all tickets. */
    static Authentication authenticated(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                actor.scope().isAll()
                        ? actor.permissions().stream()
                                .map(permission -> new SimpleGrantedAuthority(permission.key()))
                                .toList()
                        : List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
