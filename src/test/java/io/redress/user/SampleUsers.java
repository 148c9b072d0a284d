package io.redress.user;

import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Users for tests. */
public final class SampleUsers {

    private static final Instant CREATED = Instant.parse("2026-07-01T08:00:00Z");

    private SampleUsers() {}

    public static User user(String login, Role... roles) {
        return new User(
                UUID.randomUUID(),
                login,
                new Profile("Wang Lizhi", "lizhi.wang@shop.example", null),
                Access.of(Set.of(roles), TicketScope.ALL),
                new Credentials("plain:right password", CREATED, false, null, false, Set.of()),
                null,
                CREATED,
                null);
    }
}
