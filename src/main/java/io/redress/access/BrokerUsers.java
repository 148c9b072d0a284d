package io.redress.access;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All who may log in at the broker's port.
 *
 * @param named those of {@code config/broker-users.yaml}
 * @param single the one that settings name; null when they name none
 */
public record BrokerUsers(
        Map<String, BrokerUser> named, @Nullable BrokerUser single) {

    public BrokerUsers {
        named = Map.copyOf(named);
    }

    /** The same with the user that settings name; one of that name in the file takes its place. */
    public BrokerUsers with(BrokerUser user) {
        return new BrokerUsers(named, named.containsKey(user.name()) ? null : user);
    }

    public Optional<BrokerUser> find(String name) {
        return single != null && single.name().equals(name)
                ? Optional.of(single)
                : Optional.ofNullable(named.get(name));
    }

    /** Whether nobody can log in. */
    public boolean isEmpty() {
        return named.isEmpty() && single == null;
    }
}
