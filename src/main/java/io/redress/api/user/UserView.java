package io.redress.api.user;

import io.redress.permission.Role;
import io.redress.user.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user, without anything secret.
 *
 * @param provider the OpenID provider that says who they are; null for those with a password
 * @param teams with categories empty, too: all tickets
 * @param language null: as the browser asks
 * @param mustChangePassword true until the password that somebody else made is changed
 * @param lastSignIn null before the first
 * @param password only after it was made; it opens once, and is shown once
 */
public record UserView(
        String login,
        String name,
        @Nullable String mail,
        @Nullable String provider,
        List<String> roles,
        List<String> teams,
        List<String> categories,
        @Nullable String language,
        boolean disabled,
        boolean secondFactor,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignIn,
        @Nullable String password) {

    static UserView of(User user) {
        return of(user, null);
    }

    static UserView of(User user, @Nullable String password) {
        return new UserView(
                user.login(),
                user.displayName(),
                user.mail(),
                user.identity() == null ? null : user.identity().provider(),
                user.roles().stream().map(Role::key).toList(),
                user.scope().teams().stream().sorted().toList(),
                user.scope().categories().stream().sorted().toList(),
                user.language(),
                user.disabled(),
                user.credentials().hasSecondFactor(),
                user.credentials().mustChange(),
                user.createdAt(),
                user.lastSignIn(),
                password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return login;
    }
}
