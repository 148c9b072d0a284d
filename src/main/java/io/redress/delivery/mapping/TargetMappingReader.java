package io.redress.delivery.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetRefused;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a file of {@code config/mappings/targets} into a {@link TargetMapping}, or finds what is wrong with it; its schema says
 * what each key may hold.
 */
final class TargetMappingReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<TargetMappingFile> yaml;
    private final boolean whole;

    TargetMappingReader(Path file) {
        this.yaml = YamlFile.read(file, TargetMappingFile.class, "target-mapping", findings);
        this.whole = findings.isEmpty();
    }

    TargetMapping read() {
        TargetMappingFile file = yaml.value();
        List<String> receives = Objects.requireNonNullElse(file.receives(), List.of());
        var sections = new LinkedHashMap<String, Map<String, FieldRule>>();
        section(sections, Delivery.TICKET, file.fields(), "fields", receives);
        section(sections, Delivery.FOLLOW_UP, file.followUp(), "follow-up", receives);
        section(sections, Delivery.UPDATE, file.update(), "update", receives);
        var mapping = new TargetMapping(
                receives,
                sections,
                Objects.requireNonNullElse(file.updateOn(), Set.of()),
                Objects.requireNonNullElse(file.states(), Map.of()));
        if (findings.isEmpty()) {
            tryExample(mapping, Objects.requireNonNull(file.example()));
        }
        InvalidConfiguration.throwIfAny(findings);
        return mapping;
    }

    private void section(
            Map<String, Map<String, FieldRule>> sections,
            String kind,
            @Nullable Map<String, FieldRule> rules,
            String section,
            List<String> receives) {
        if (rules == null) {
            return;
        }
        sections.put(kind, rules);
        rules.forEach((name, rule) -> {
            if (whole && rule.from().isEmpty() == (rule.template() == null && rule.constant() == null)) {
                find(
                        "field '" + name + "' gets its value from nowhere",
                        "write a path, or template: or constant:",
                        section,
                        name);
            }
            rule.paths().stream().filter(Objects::nonNull).forEach(path -> check(path, receives, section, name));
            // one name must not lead into what another one fills: /ticket and /ticket/subject
            rules.keySet().stream()
                    .filter(other -> name.startsWith("/") && other.startsWith(name + "/"))
                    .forEach(other ->
                            find("field '" + other + "' lies within field '" + name + "'", "fill one of them"));
        });
    }

    private void check(CanonicalPath path, List<String> receives, String section, String name) {
        if (!path.isKnown()) {
            find(
                    "there is no canonical path '" + path.written() + "'",
                    Suggestion.remedy(path.written(), CanonicalPath.KNOWN),
                    section,
                    name);
        } else if (!path.isWithin(receives)) {
            find(
                    "field '" + name + "' uses " + path.written() + ", which the target does not receive",
                    "add it to receives, if the target may get it, or take the field out",
                    section,
                    name);
        }
    }

    private void tryExample(TargetMapping mapping, TargetMappingFile.Example example) {
        try {
            JsonNode comes = JSON.valueToTree(mapping.fields(Delivery.TICKET, example.given()));
            if (!comes.equals(JSON.readTree(example.expected().toString()))) {
                find("the example gives " + comes, "fix the fields, or expect that", "example", "expected");
            }
        } catch (TargetRefused | DateTimeException e) {
            find("the example gives no fields: " + e.getMessage(), "fix the example or the fields", "example");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from YAML cannot be written as JSON", e);
        }
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
