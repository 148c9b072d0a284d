package io.redress.console.account;

import io.redress.permission.Role;
import io.redress.user.UserProfile;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form in which an administrator says who a user is.
 *
 * @param roles what was ticked; null: nothing
 */
record UserForm(
        @Nullable String name,
        @Nullable String mail,
        @Nullable List<String> roles,
        @Nullable List<String> teams,
        @Nullable List<String> categories,
        @Nullable String language) {

    UserProfile profile() {
        Set<Role> meant =
                set(roles).stream().flatMap(key -> Role.find(key).stream()).collect(Collectors.toSet());
        return new UserProfile(
                Objects.requireNonNullElse(name, ""), text(mail), meant, set(teams), set(categories), text(language));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static Set<String> set(@Nullable Collection<String> ticked) {
        return ticked == null ? Set.of() : Set.copyOf(ticked);
    }
}
