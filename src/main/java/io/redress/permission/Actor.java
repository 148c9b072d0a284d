package io.redress.permission;

import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whoever acts on the hub through its API, its console or its command line.
 *
 * @param kind person or key
 * @param name a user's login or a key's name; unique together with the kind
 */
public record Actor(Kind kind, String name, Set<Permission> permissions, TicketScope scope) implements Principal {

    /** What is known by its login or by its key. */
    public enum Kind {
        PERSON,
        KEY
    }

    public Actor {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    /** @param scope what the person owns is among it, too: who takes a ticket of their team must not lose it */
    public static Actor person(String login, Collection<Role> roles, TicketScope scope) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));
        return new Actor(Kind.PERSON, login, permissions, scope.with(login));
    }

    public static Actor key(String name, Set<Permission> permissions, TicketScope scope) {
        return new Actor(Kind.KEY, name, permissions, scope);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** For histories and audits: {@code key crm} or {@code wang.li}. */
    @Override
    public String getName() {
        return kind == Kind.KEY ? "key " + name : name;
    }
}
