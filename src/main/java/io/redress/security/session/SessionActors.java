package io.redress.security.session;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.user.SignInStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who acts in a request, by its session. Nothing is kept: the session itself says who. */
@Component
class SessionActors implements SecurityContextRepository {

    private final ConsoleSessions sessions;

    SessionActors(ConsoleSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface wants it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return sessions.of(holder.getRequest())
                .filter(session -> session.step() == SignInStep.DONE)
                .map(session ->
                        new SecurityContextImpl(authenticated(session.user().actor())))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a key that came with the request is asked for with the next one, too
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.of(request).isPresent();
    }

    /** Authorities are for what knows no scope, such as metrics; who may see some tickets only has none. */
    private static Authentication authenticated(Actor actor) {
        List<SimpleGrantedAuthority> authorities = actor.scope().isAll()
                ? actor.permissions().stream()
                        .map(Permission::key)
                        .map(SimpleGrantedAuthority::new)
                        .toList()
                : List.of();
        return UsernamePasswordAuthenticationToken.authenticated(actor, null, authorities);
    }
}
