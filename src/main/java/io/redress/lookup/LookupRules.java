package io.redress.lookup;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code config/lookups.yaml}. Immutable. */
public final class LookupRules {

    private static final String FILE = "lookups.yaml";

    private final Map<String, LookupRule> rules;

    private LookupRules(Map<String, LookupRule> rules) {
        this.rules = rules;
    }

    /** The file's keys; its schema says what each may hold. */
    record Written(@Nullable Map<String, Entry> lookups) {

        record Entry(
                List<String> ask,
                @Nullable String mapping,
                @Nullable List<String> facts) {}
    }

    /** The file, whether it is there or not. */
    public static Path file(Path configDir) {
        return configDir.resolve(FILE);
    }

    /**
     * Reads {@code lookups.yaml}; without the file, nobody is asked.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static LookupRules read(Path configDir) {
        if (!Files.exists(file(configDir))) {
            return new LookupRules(Map.of());
        }
        List<Finding> findings = new ArrayList<>();
        YamlFile<Written> file = YamlFile.read(file(configDir), Written.class, "lookups", findings);
        Map<String, Written.Entry> written =
                Optional.ofNullable(file.value().lookups()).orElse(Map.of());
        written.forEach((name, entry) -> {
            String mapping = entry.mapping() == null ? name : entry.mapping();
            if (!Files.exists(configDir.resolve("mappings").resolve(mapping + ".yaml"))) {
                findings.add(file.finding(
                        "lookup '" + name + "' has no mapping '" + mapping + "'",
                        "write config/mappings/" + mapping + ".yaml, or name another",
                        "lookups",
                        name,
                        "mapping"));
            }
        });
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparingInt(Finding::line));
            throw new InvalidConfiguration(findings);
        }
        Map<String, LookupRule> rules = new LinkedHashMap<>();
        written.forEach((name, entry) -> rules.put(name, rule(name, entry)));
        return new LookupRules(rules);
    }

    private static LookupRule rule(String name, Written.Entry entry) {
        List<LookupKey> lookupKeys = entry.ask().stream()
                .map(key -> KeyedEnum.known(LookupKey.class, key))
                .toList();
        String mapping = entry.mapping() == null ? name : entry.mapping();
        return new LookupRule(
                name, lookupKeys, mapping, new LinkedHashSet<>(entry.facts() == null ? List.of() : entry.facts()));
    }

    /** The names of the lookups, in the file's order. */
    public Set<String> names() {
        return rules.keySet();
    }

    List<LookupRule> all() {
        return List.copyOf(rules.values());
    }

    Optional<LookupRule> rule(String name) {
        return Optional.ofNullable(rules.get(name));
    }
}
