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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code config/broker-users.yaml}.
 *
 * @param file it may be missing: then it names nobody
 * @param categories keys of {@code config/categories.yaml}
 * @param hub the name by which the hub itself is known at the broker, which nobody else may have
 * @param secrets where passwords are that the file only refers to
 */
public record BrokerUsersReader(Path file, Set<String> categories, String hub, PasswordSource secrets) {

    public static final String ALL = "all";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

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
        YamlFile<BrokerUsersFile> yaml = YamlFile.read(file, BrokerUsersFile.class);
        var findings = new ArrayList<Finding>();
        var users = new TreeMap<String, BrokerUser>();
        Map<String, BrokerUsersFile.User> written = yaml.value().users();
        (written == null ? Map.<String, BrokerUsersFile.User>of() : written)
                .forEach((name, user) -> users.put(name, user(yaml, name, user, findings)));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new BrokerUsers(users, null);
    }

    private BrokerUser user(
            YamlFile<BrokerUsersFile> yaml,
            String name,
            BrokerUsersFile.@Nullable User written,
            List<Finding> findings) {
        if (!NAME.matcher(name).matches() || name.equals(hub)) {
            findings.add(yaml.finding(
                    name.equals(hub)
                            ? "'" + name + "' is the hub's own name at the broker"
                            : "a user's name is unusable",
                    "use another one, of at most 64 letters, digits and . _ -",
                    "users",
                    name));
        }
        if (written == null) {
            findings.add(yaml.finding(
                    "user '" + name + "' has neither password nor rights",
                    "write password:, reads: and writes:, as docs/broker.md shows",
                    "users",
                    name));
            return new BrokerUser(name, new Password("", true), false, Set.of(), Set.of());
        }
        Set<String> reads = known(yaml, name, "reads", written.reads(), readable(), findings);
        Set<String> writes = known(yaml, name, "writes", written.writes(), BrokerUser.WRITABLE, findings);
        if (reads.isEmpty() && writes.isEmpty()) {
            findings.add(yaml.finding(
                    "user '" + name + "' may neither read nor write",
                    "name categories in reads: or queues in writes:, or remove the user",
                    "users",
                    name));
        }
        PasswordSource.Found found = secrets.find(written.password());
        if (found instanceof PasswordSource.Refused refused) {
            findings.add(yaml.finding(
                    "user '" + name + "': " + refused.problem(), refused.remedy(), "users", name, "password"));
        }
        Password password = found instanceof PasswordSource.Given given ? given.password() : new Password("", true);
        boolean all = reads.remove(ALL);
        return new BrokerUser(name, password, all, reads, writes);
    }

    private Set<String> readable() {
        var readable = new TreeSet<>(categories);
        readable.addAll(BrokerUser.READABLE);
        readable.add(ALL);
        return readable;
    }

    private static Set<String> known(
            YamlFile<BrokerUsersFile> yaml,
            String name,
            String key,
            @Nullable List<String> written,
            Set<String> known,
            List<Finding> findings) {
        var named = new HashSet<String>();
        List<String> list = written == null ? List.of() : written;
        for (int i = 0; i < list.size(); i++) {
            String one = String.valueOf(list.get(i));
            if (known.contains(one)) {
                named.add(one);
            } else {
                findings.add(yaml.finding(
                        "user '" + name + "' " + key + " '" + one + "', which is no "
                                + (key.equals("reads")
                                        ? "category and no queue for others"
                                        : "queue for others to write"),
                        Suggestion.remedy(one, new TreeSet<>(known)),
                        "users",
                        name,
                        key,
                        i));
            }
        }
        return named;
    }
}
