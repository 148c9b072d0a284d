package io.redress.security;

import io.redress.permission.Actor;
import io.redress.permission.TicketScope;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Who makes a request, by what Spring Security found out. */
public final class CurrentActor {

    private CurrentActor() {}

    /**
     * The actor of a request.
     *
     * @param principal of the request; null when nobody was let in
     * @return null when it is not one of the hub's users or keys, such as a shop's customer
     */
    public static @Nullable Actor of(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }

    /** Who makes a request, for logs and histories; {@code none} without a principal. */
    public static String name(@Nullable Principal principal) {
        return principal == null ? "none" : principal.getName();
    }

    /** The tickets that a request may touch; none without an actor. */
    public static TicketScope scope(@Nullable Principal principal) {
        Actor actor = of(principal);
        if (actor == null) {
            throw new IllegalStateException("the request has no actor");
        }
        return actor.scope();
    }
}
