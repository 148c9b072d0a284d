package io.redress.user;

import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param login unique, see {@link LoginName}
 * @param identity null for one who has a password here
 * @param lastSignIn null before the first
 */
public record User(
        UUID id,
        String login,
        Profile profile,
        Access access,
        Credentials credentials,
        @Nullable ProviderIdentity identity,
        Instant createdAt,
        @Nullable Instant lastSignIn) {

    public static final int LONGEST_NAME = 100;

    public String displayName() {
        return profile.displayName();
    }

    /** Null when it is not known. */
    public @Nullable String mail() {
        return profile.mail();
    }

    /** Of the console's pages, {@code zh} or {@code en}; null: as the browser asks. */
    public @Nullable String language() {
        return profile.language();
    }

    public Set<Role> roles() {
        return access.roles();
    }

    /** The tickets that the roles extend to. */
    public TicketScope scope() {
        return access.scope();
    }

    public boolean disabled() {
        return access.disabled();
    }

    /** Sessions that began under another number have ended. */
    public int sessionEpoch() {
        return access.sessionEpoch();
    }

    /** Who acts, when this user does. */
    public Actor actor() {
        return Actor.person(login, roles(), scope());
    }

    /** Whether this user can change users now. */
    public boolean administers() {
        return !disabled() && scope().isAll() && actor().may(Permission.USERS_MANAGE);
    }

    public User withName(String name, @Nullable String address) {
        return with(new Profile(name, address, language()));
    }

    public User with(Set<Role> roles, TicketScope scope) {
        return with(new Access(roles, scope, disabled(), sessionEpoch()));
    }

    public User withLanguage(@Nullable String other) {
        return with(new Profile(displayName(), mail(), other));
    }

    /** With other credentials; sessions go on. */
    public User with(Credentials others) {
        return new User(id, login, profile, access, others, identity, createdAt, lastSignIn);
    }

    /** Disabled, which ends all sessions, or enabled. */
    public User withDisabled(boolean now) {
        return with(new Access(roles(), scope(), now, sessionEpoch() + 1));
    }

    /** With all sessions ended. */
    public User withSessionsEnded() {
        return with(access.withSessionsEnded());
    }

    private User with(Profile other) {
        return new User(id, login, other, access, credentials, identity, createdAt, lastSignIn);
    }

    private User with(Access other) {
        return new User(id, login, profile, other, credentials, identity, createdAt, lastSignIn);
    }
}
