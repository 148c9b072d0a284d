package io.redress.broker;

import io.redress.access.BrokerUser;
import java.security.Principal;
import java.util.Set;
import org.apache.activemq.security.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Who stands behind a connection: the hub itself, or a user of whom the broker has seen the password. */
final class Login extends SecurityContext {

    private final @Nullable BrokerUser user;
    private final String address;

    private Login(String name, @Nullable BrokerUser user, String address) {
        super(name);
        this.user = user;
        this.address = address;
    }

    static Login hub() {
        return new Login(EmbeddedBroker.HUB, null, "vm");
    }

    static Login of(BrokerUser user, String address) {
        return new Login(user.name(), user, address);
    }

    boolean isHub() {
        return user == null;
    }

    /** Whether that is the user as it logged in: the same rights, the same password. */
    boolean is(@Nullable BrokerUser other) {
        return user != null && user.equals(other);
    }

    boolean isOfSameUser(@Nullable Login other) {
        return other != null && getUserName().equals(other.getUserName());
    }

    String address() {
        return address;
    }

    @Override
    public Set<Principal> getPrincipals() {
        return Set.of(this::getUserName);
    }
}
