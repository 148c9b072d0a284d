package io.redress.sandbox;

import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import io.redress.user.Access;
import io.redress.user.Credentials;
import io.redress.user.PasswordHashes;
import io.redress.user.Profile;
import io.redress.user.User;
import io.redress.user.Users;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Who signs in at the sandbox: {@code admin} with a password that no hub would take, so on loopback only. */
final class SandboxUsers {

    private static final String LOGIN = "admin";
    private static final String PASSWORD = "sandbox";

    private SandboxUsers() {}

    static void add(ApplicationContext hub) {
        Users users = hub.getBean(Users.class);
        InetAddress address = hub.getEnvironment().getProperty("server.address", InetAddress.class);
        if (address == null || !address.isLoopbackAddress() || users.find(LOGIN).isPresent()) {
            return;
        }
        Instant now = Instant.now();
        String hash = hub.getBean(PasswordHashes.class).hash(PASSWORD);
        Credentials credentials = Credentials.initial(hash, now).withPassword(hash, now, false);
        users.add(new User(
                UUID.randomUUID(),
                LOGIN,
                new Profile("Sandbox", null, null),
                Access.of(Set.of(Role.ADMINISTRATOR), TicketScope.ALL),
                credentials,
                null,
                now,
                null));
    }
}
