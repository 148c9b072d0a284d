package io.redress.identity;

import io.redress.permission.Role;
import java.util.Set;

/**
 * What a value of the groups claim permits.
 *
 * @param teams keys of {@code owners} in {@code config/categories.yaml}; with categories empty, too: all tickets
 */
public record ClaimGrant(Set<Role> roles, Set<String> teams, Set<String> categories) {

    public ClaimGrant {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        categories = Set.copyOf(categories);
    }

    boolean isLimited() {
        return !teams.isEmpty() || !categories.isEmpty();
    }
}
