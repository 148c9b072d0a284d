package io.redress.apikey;

import io.redress.configfile.Suggestion;
import io.redress.permission.Permission;
import io.redress.permission.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the scopes of a key permit: each is the key of a permission, or of a role with all that it permits. */
public final class KeyScopes {

    private KeyScopes() {}

    /** All that a scope may be. */
    public static List<String> known() {
        return Stream.concat(
                        Arrays.stream(Permission.values()).map(Permission::key),
                        Arrays.stream(Role.values()).map(Role::key))
                .toList();
    }

    public static boolean isKnown(String scope) {
        return Permission.find(scope).isPresent() || Role.find(scope).isPresent();
    }

    /** What these permit; an unknown one permits nothing, as after the removal of a permission by an upgrade. */
    public static Set<Permission> permissions(Collection<String> scopes) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String scope : scopes) {
            Permission.find(scope).ifPresent(permissions::add);
            Role.find(scope).ifPresent(role -> permissions.addAll(role.permissions()));
        }
        return permissions;
    }

    /** What to write instead of an unknown one. */
    static String remedy(String scope) {
        return Suggestion.remedy(scope, known());
    }
}
