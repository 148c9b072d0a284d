package io.redress.lookup;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.Suggestion;
import io.redress.config.YamlFile;
import io.redress.ticket.Keyed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code config/lookups.yaml}. Immutable. */
public final class LookupRules {

    private static final String FILE = "lookups.yaml";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Map<String, LookupRule> rules;

    private LookupRules(Map<String, LookupRule> rules) {
        this.rules = rules;
    }

    /** The file's keys. */
    record Written(@Nullable Map<String, Entry> lookups) {

        record Entry(
                @Nullable List<String> ask,
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
        YamlFile<Written> file = YamlFile.read(file(configDir), Written.class);
        List<Finding> findings = new ArrayList<>();
        Map<String, LookupRule> rules = new LinkedHashMap<>();
        Map<String, Written.Entry> written =
                Optional.ofNullable(file.value().lookups()).orElse(Map.of());
        written.forEach(
                (name, entry) -> rule(file, name, entry, configDir, findings).ifPresent(rule -> rules.put(name, rule)));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new LookupRules(rules);
    }

    private static Optional<LookupRule> rule(
            YamlFile<Written> file,
            String name,
            Written.@Nullable Entry entry,
            Path configDir,
            List<Finding> findings) {
        int before = findings.size();
        if (!NAME.matcher(name).matches()) {
            findings.add(file.finding(
                    "'" + name + "' is not a name of a lookup", "lower-case letters, digits and -", "lookups", name));
        }
        if (entry == null || entry.ask() == null || entry.ask().isEmpty()) {
            findings.add(file.finding(
                    "lookup '" + name + "' is asked by nothing",
                    "write ask: with some of " + Keyed.keys(Ask.class),
                    "lookups",
                    name));
            return Optional.empty();
        }
        List<Ask> asks = new ArrayList<>();
        for (String key : entry.ask()) {
            Optional.ofNullable(Keyed.of(Ask.class, key))
                    .ifPresentOrElse(
                            asks::add,
                            () -> findings.add(file.finding(
                                    "nothing can be asked by '" + key + "'",
                                    Suggestion.remedy(key, Set.copyOf(Keyed.keys(Ask.class))),
                                    "lookups",
                                    name,
                                    "ask")));
        }
        String mapping = entry.mapping() == null ? name : entry.mapping();
        if (!Files.exists(configDir.resolve("mappings").resolve(mapping + ".yaml"))) {
            findings.add(file.finding(
                    "lookup '" + name + "' has no mapping '" + mapping + "'",
                    "write config/mappings/" + mapping + ".yaml, or name another",
                    "lookups",
                    name,
                    "mapping"));
        }
        Set<String> facts = new LinkedHashSet<>(entry.facts() == null ? List.of() : entry.facts());
        return findings.size() > before
                ? Optional.empty()
                : Optional.of(new LookupRule(name, List.copyOf(asks), mapping, facts));
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
