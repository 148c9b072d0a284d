package io.redress.user;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param login unique, see {@link LoginName}
 * @param mail null when it is not known
 * @param scope the tickets that the roles extend to
 * @param language of the console's pages: {@code zh} or {@code en}; null: as the browser asks
 * @param disabled true for one who may not sign in
 * @param sessionEpoch sessions that began under another number have ended
 * @param lastSignIn null before the first
 */
public record User(
        UUID id,
        String login,
        String displayName,
        @Nullable String mail,
        Set<Role> roles,
        TicketScope scope,
        @Nullable String language,
        Credentials credentials,
        boolean disabled,
        int sessionEpoch,
        Instant createdAt,
        @Nullable Instant lastSignIn) {

    public static final int LONGEST_NAME = 100;

    public User {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Who acts, when this user does. */
    public Actor actor() {
        return Actor.person(login, roles, scope);
    }

    /** Whether this user can change users now. */
    public boolean administers() {
        return !disabled && scope.isAll() && actor().may(Permission.USERS_MANAGE);
    }

    public User withName(String name, @Nullable String address) {
        return new User(
                id,
                login,
                name,
                address,
                roles,
                scope,
                language,
                credentials,
                disabled,
                sessionEpoch,
                createdAt,
                lastSignIn);
    }

    public User with(Set<Role> others, TicketScope other) {
        return new User(
                id,
                login,
                displayName,
                mail,
                others,
                other,
                language,
                credentials,
                disabled,
                sessionEpoch,
                createdAt,
                lastSignIn);
    }

    public User withLanguage(@Nullable String other) {
        return new User(
                id,
                login,
                displayName,
                mail,
                roles,
                scope,
                other,
                credentials,
                disabled,
                sessionEpoch,
                createdAt,
                lastSignIn);
    }

    /** With other credentials; sessions go on. */
    public User with(Credentials others) {
        return new User(
                id,
                login,
                displayName,
                mail,
                roles,
                scope,
                language,
                others,
                disabled,
                sessionEpoch,
                createdAt,
                lastSignIn);
    }

    /** Disabled, which ends all sessions, or enabled. */
    public User withDisabled(boolean now) {
        return new User(
                id,
                login,
                displayName,
                mail,
                roles,
                scope,
                language,
                credentials,
                now,
                sessionEpoch + 1,
                createdAt,
                lastSignIn);
    }

    /** With all sessions ended. */
    public User withSessionsEnded() {
        return new User(
                id,
                login,
                displayName,
                mail,
                roles,
                scope,
                language,
                credentials,
                disabled,
                sessionEpoch + 1,
                createdAt,
                lastSignIn);
    }
}
