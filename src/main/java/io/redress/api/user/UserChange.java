package io.redress.api.user;

import io.redress.api.InvalidParameterException;
import io.redress.permission.Role;
import io.redress.user.UserProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a user; what is null stays as it is.
 *
 * @param login of a new user; not of one that there is
 * @param mail empty: none
 * @param language {@code zh} or {@code en}; empty: as the browser asks
 */
record UserChange(
        @Nullable String login,
        @Nullable String name,
        @Nullable String mail,
        @Nullable List<String> roles,
        @Nullable List<String> teams,
        @Nullable List<String> categories,
        @Nullable String language) {

    /** A new user's. */
    UserProfile profile() {
        return over(new UserProfile(login == null ? "" : login, null, Set.of(), Set.of(), Set.of(), null));
    }

    UserProfile over(UserProfile before) {
        return new UserProfile(
                name == null ? before.displayName() : name,
                text(mail, before.mail()),
                roles == null ? before.roles() : roles(roles),
                teams == null ? before.teams() : set("teams", teams),
                categories == null ? before.categories() : set("categories", categories),
                text(language, before.language()));
    }

    private static @Nullable String text(@Nullable String given, @Nullable String before) {
        if (given == null) {
            return before;
        }
        return given.isBlank() ? null : given.strip();
    }

    private static Set<String> set(String name, List<String> texts) {
        if (texts.stream().anyMatch(Objects::isNull)) {
            throw new InvalidParameterException(name, name + " must be a list of texts");
        }
        return Set.copyOf(texts);
    }

    private static Set<Role> roles(List<String> keys) {
        return set("roles", keys).stream()
                .map(key -> Role.find(key).orElseThrow(UserChange::unknownRole))
                .collect(Collectors.toSet());
    }

    private static InvalidParameterException unknownRole() {
        return new InvalidParameterException(
                "roles",
                "roles must be of "
                        + Arrays.stream(Role.values()).map(Role::key).collect(Collectors.joining(", ")));
    }
}
