package io.redress.access;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/broker-users.yaml}; its schema says what each key may hold.
 *
 * @param file it may be missing: then it names nobody
 * @param categories keys of {@code config/categories.yaml}
 * @param hub the name by which the hub itself is known at the broker, which nobody else may have
 * @param secrets where passwords are that the file only refers to
 */
public record BrokerUsersReader(Path file, Set<String> categories, String hub, PasswordSource secrets) {

    public static final String ALL = "all";

    /** The file of a configuration folder. */
    public static Path file(Path config) {
        return config.resolve("broker-users.yaml");
    }

    /**
     * The users of the file.
     *
     * @throws InvalidConfiguration with all that is wrong
     */
    public BrokerUsers read() {
        if (!Files.exists(file)) {
            return new BrokerUsers(Map.of(), null);
        }
        var findings = new ArrayList<Finding>();
        YamlFile<BrokerUsersFile> yaml = YamlFile.read(file, BrokerUsersFile.class, "broker-users", findings);
        boolean whole = findings.isEmpty();
        var users = new TreeMap<String, BrokerUser>();
        Map<String, BrokerUsersFile.User> written = yaml.value().users();
        (written == null ? Map.<String, BrokerUsersFile.User>of() : written).forEach((name, user) -> {
            if (name.equals(hub)) {
                findings.add(yaml.finding(
                        "'" + name + "' is the hub's own name at the broker", "use another one", "users", name));
            }
            if (whole && user.reads().isEmpty() && user.writes().isEmpty()) {
                findings.add(yaml.finding(
                        "user '" + name + "' may neither read nor write",
                        "name categories in reads: or queues in writes:, or remove the user",
                        "users",
                        name));
            }
            findings.addAll(unknown(yaml, name, user.reads()));
            Password password = password(yaml, name, user, findings);
            if (password != null && findings.isEmpty()) {
                Set<String> reads = new HashSet<>(user.reads());
                boolean all = reads.remove(ALL);
                users.put(name, new BrokerUser(name, password, all, reads, Set.copyOf(user.writes())));
            }
        });
        InvalidConfiguration.throwIfAny(findings);
        return new BrokerUsers(users, null);
    }

    private List<Finding> unknown(YamlFile<BrokerUsersFile> yaml, String name, List<String> reads) {
        var known = new TreeSet<>(categories);
        known.addAll(BrokerUser.READABLE);
        known.add(ALL);
        return reads.stream()
                .filter(one -> one != null && !known.contains(one)) // null: the schema refused it
                .map(one -> yaml.finding(
                        "user '" + name + "' reads '" + one + "', which is no category and no queue for others",
                        Suggestion.remedy(one, known),
                        "users",
                        name,
                        "reads",
                        reads.indexOf(one)))
                .toList();
    }

    private @Nullable Password password(
            YamlFile<BrokerUsersFile> yaml, String name, BrokerUsersFile.User user, List<Finding> findings) {
        if (user.password() == null) { // the schema refused it
            return null;
        }
        PasswordSource.Found found = secrets.find(user.password());
        if (found instanceof PasswordSource.Refused refused) {
            findings.add(yaml.finding(
                    "user '" + name + "': " + refused.problem(), refused.remedy(), "users", name, "password"));
        }
        return found instanceof PasswordSource.Given given ? given.password() : null;
    }
}
