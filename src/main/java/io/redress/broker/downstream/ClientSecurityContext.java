package io.redress.broker.downstream;

import io.redress.access.BrokerUser;
import io.redress.broker.EmbeddedBroker;
import java.security.Principal;
import java.util.Set;
import org.apache.activemq.security.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Who stands behind a connection: the hub itself, or a user of whom the broker has seen the password. */
final class ClientSecurityContext extends SecurityContext {

    private final @Nullable BrokerUser user;
    private final String address;

    private ClientSecurityContext(String name, @Nullable BrokerUser user, String address) {
        super(name);
        this.user = user;
        this.address = address;
    }

    static ClientSecurityContext hub() {
        return new ClientSecurityContext(EmbeddedBroker.HUB, null, "vm");
    }

    static ClientSecurityContext of(BrokerUser user, String address) {
        return new ClientSecurityContext(user.name(), user, address);
    }

    boolean isHub() {
        return user == null;
    }

    /** Whether that is the user as it logged in: the same rights, the same password. */
    boolean is(@Nullable BrokerUser other) {
        return user != null && user.equals(other);
    }

    boolean isOfSameUser(@Nullable ClientSecurityContext other) {
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
