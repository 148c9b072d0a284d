package io.redress.user;

import io.redress.permission.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a user.
 *
 * @param mail null when it is not known
 * @param teams keys of {@code owners}; with categories empty, too: the roles extend to all tickets
 * @param categories keys of categories
 * @param language of the console's pages, {@code zh} or {@code en}; null: as the browser asks
 */
public record UserProfile(
        String displayName,
        @Nullable String mail,
        Set<Role> roles,
        Set<String> teams,
        Set<String> categories,
        @Nullable String language) {

    public UserProfile {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        categories = Set.copyOf(categories);
    }

    /** Whether it says nothing else but the language. */
    boolean isLike(User user) {
        UserProfile other = of(user);
        return new UserProfile(displayName, mail, roles, teams, categories, other.language).equals(other);
    }

    public static UserProfile of(User user) {
        return new UserProfile(
                user.displayName(),
                user.mail(),
                user.roles(),
                user.scope().teams(),
                user.scope().categories(),
                user.language());
    }
}
