package io.redress.permission;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that somebody's permissions extend to: those of these teams, and those of these categories. Without either they
 * extend to all tickets.
 *
 * @param teams keys of {@code owners} in {@code config/categories.yaml}: tickets that such a team owns
 * @param categories keys of categories
 */
public record TicketScope(Set<String> teams, Set<String> categories) {

    public static final TicketScope ALL = new TicketScope(Set.of(), Set.of());

    public TicketScope {
        teams = Set.copyOf(teams);
        categories = Set.copyOf(categories);
    }

    public boolean isAll() {
        return teams.isEmpty() && categories.isEmpty();
    }

    /** These, and those that a person owns; all tickets stay all. */
    TicketScope with(String owner) {
        if (isAll()) {
            return this;
        }
        Set<String> owners = new HashSet<>(teams);
        owners.add(owner);
        return new TicketScope(owners, categories);
    }

    /**
     * Whether a ticket is among them.
     *
     * @param owner the team that owns it; null when nobody does
     * @param category its category's key; null when it has none
     */
    public boolean contains(@Nullable String owner, @Nullable String category) {
        return isAll() || owner != null && teams.contains(owner) || category != null && categories.contains(category);
    }
}
