package io.redress.user;

import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a user may do.
 *
 * @param scope the tickets that the roles extend to
 * @param disabled true for one who may not sign in
 * @param sessionEpoch sessions that began under another number have ended
 */
public record Access(Set<Role> roles, TicketScope scope, boolean disabled, int sessionEpoch) {

    public Access {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Of a user who may sign in, and has not done so yet. */
    public static Access of(Set<Role> roles, TicketScope scope) {
        return new Access(roles, scope, false, 0);
    }

    Access withSessionsEnded() {
        return new Access(roles, scope, disabled, sessionEpoch + 1);
    }
}
