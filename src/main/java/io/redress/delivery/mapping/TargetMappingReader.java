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
import io.redress.delivery.mapping.TargetMappingFile.ExampleFile;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a file of {@code config/mappings/targets} into a {@link TargetMapping}, or finds what is wrong with it. */
final class TargetMappingReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final YamlFile<TargetMappingFile> yaml;
    private final List<Finding> findings = new ArrayList<>();

    TargetMappingReader(Path file) {
        this.yaml = YamlFile.read(file, TargetMappingFile.class);
    }

    TargetMapping read() {
        TargetMappingFile file = yaml.value();
        List<String> receives = receives(file.receives());
        var rules = new FieldRuleReader(yaml, receives, findings);
        var sections = new LinkedHashMap<String, List<FieldRule>>();
        sections.put(Delivery.TICKET, rules.read("fields", file.fields()));
        if (file.followUp() != null) {
            sections.put(Delivery.FOLLOW_UP, rules.read("follow-up", file.followUp()));
        }
        if (file.update() != null) {
            sections.put(Delivery.UPDATE, rules.read("update", file.update()));
        }
        if (file.fields() == null || file.fields().isEmpty()) {
            find("fields maps nothing", "write the target's field: canonical path", "fields");
        }
        sections.values().forEach(this::names);
        var mapping = new TargetMapping(receives, sections, updateOn(file.updateOn()), states(file.states()));
        if (findings.isEmpty()) {
            example(mapping, file.example());
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return mapping;
    }

    private List<String> receives(@Nullable List<String> written) {
        if (written == null) {
            find("receives is missing", "list the canonical paths that the target may get at all", "receives");
            return List.of();
        }
        for (int i = 0; i < written.size(); i++) {
            if (!new CanonicalPath(written.get(i)).isKnown()) {
                find(
                        "there is no canonical path '" + written.get(i) + "'",
                        Suggestion.remedy(written.get(i), CanonicalPath.KNOWN),
                        "receives",
                        i);
            }
        }
        return List.copyOf(written);
    }

    /** One name must not lead into what another one fills: {@code /ticket} and {@code /ticket/subject}. */
    private void names(List<FieldRule> rules) {
        for (FieldRule rule : rules) {
            for (FieldRule other : rules) {
                if (rule.name().startsWith("/") && other.name().startsWith(rule.name() + "/")) {
                    find("field '" + other.name() + "' lies within field '" + rule.name() + "'", "fill one of them");
                }
            }
        }
    }

    private Set<String> updateOn(@Nullable List<String> written) {
        List<String> statuses = written == null ? List.of() : written;
        for (int i = 0; i < statuses.size(); i++) {
            if (TicketStatus.of(statuses.get(i)) == null) {
                List<String> known = Arrays.stream(TicketStatus.values())
                        .map(TicketStatus::key)
                        .toList();
                find(
                        "there is no status '" + statuses.get(i) + "'",
                        Suggestion.remedy(statuses.get(i), known),
                        "update-on",
                        i);
            }
        }
        return Set.copyOf(statuses);
    }

    private Map<String, UpdateKind> states(@Nullable Map<String, String> written) {
        var states = new LinkedHashMap<String, UpdateKind>();
        (written == null ? Map.<String, String>of() : written).forEach((state, meaning) -> {
            UpdateKind kind = UpdateKind.of(meaning);
            if (kind == null) {
                List<String> known =
                        Arrays.stream(UpdateKind.values()).map(UpdateKind::key).toList();
                find("there is no update '" + meaning + "'", Suggestion.remedy(meaning, known), "states", state);
            } else {
                states.put(state, kind);
            }
        });
        return states;
    }

    private void example(TargetMapping mapping, @Nullable ExampleFile example) {
        if (example == null || example.given() == null || example.expected() == null) {
            find("there is no example", "write example: { given: a ticket, expected: its fields }", "example");
            return;
        }
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
