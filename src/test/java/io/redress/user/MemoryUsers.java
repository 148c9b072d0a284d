package io.redress.user;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Users in a map. */
public final class MemoryUsers implements Users {

    private final Map<String, User> users = new TreeMap<>();
    private final Set<String> steps = new HashSet<>();

    @Override
    public Optional<User> find(String login) {
        return Optional.ofNullable(users.get(login));
    }

    @Override
    public Optional<User> find(UUID id) {
        return users.values().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    @Override
    public Optional<User> find(String issuer, String subject) {
        return users.values().stream()
                .filter(user -> user.identity() != null
                        && user.identity().issuer().equals(issuer)
                        && user.identity().subject().equals(subject))
                .findFirst();
    }

    @Override
    public List<User> all() {
        return List.copyOf(users.values());
    }

    @Override
    public void add(User user) {
        users.put(user.login(), user);
    }

    @Override
    public User change(UUID id, UnaryOperator<User> change) {
        User changed = change.apply(find(id).orElseThrow());
        users.put(changed.login(), changed);
        return changed;
    }

    @Override
    public void signedIn(UUID id, Instant at) {}

    @Override
    public void rehash(UUID id, String before, String hash) {
        change(
                id,
                user -> Objects.equals(user.credentials().passwordHash(), before)
                        ? user.with(user.credentials()
                                .withPassword(hash, user.credentials().passwordSetAt(), false))
                        : user);
    }

    @Override
    public boolean takeStep(UUID id, long step) {
        return steps.add(id + " " + step);
    }

    @Override
    public boolean takeRecoveryCode(UUID id, String digest) {
        User user = find(id).orElseThrow();
        Set<String> left = new HashSet<>(user.credentials().recoveryCodes());
        boolean taken = left.remove(digest);
        change(id, one -> one.with(one.credentials().withConfirmed(left)));
        return taken;
    }
}
