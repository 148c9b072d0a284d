package io.redress.delivery.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the rules of one section of fields, or finds what is wrong with them. */
final class FieldRuleReader {

    private static final ObjectMapper FORMS = new ObjectMapper();

    private final YamlFile<TargetMappingFile> yaml;
    private final List<String> receives;
    private final List<Finding> findings;

    FieldRuleReader(YamlFile<TargetMappingFile> yaml, List<String> receives, List<Finding> findings) {
        this.yaml = yaml;
        this.receives = receives;
        this.findings = findings;
    }

    List<FieldRule> read(String section, @Nullable Map<String, Object> fields) {
        var rules = new ArrayList<FieldRule>();
        if (fields != null) {
            fields.forEach((name, value) -> {
                FieldRule rule = rule(section, name, value);
                if (rule != null) {
                    rules.add(rule);
                }
            });
        }
        return rules;
    }

    private @Nullable FieldRule rule(String section, String name, @Nullable Object value) {
        FieldRuleFile file = form(section, name, value);
        if (file == null) {
            return null;
        }
        List<CanonicalPath> from = paths(file.from());
        if (from.isEmpty() == (file.template() == null && file.constant() == null)) {
            find(
                    "field '" + name + "' gets its value from nowhere",
                    "write a path, or template: or constant:",
                    section,
                    name);
        }
        var used = new ArrayList<>(from);
        if (file.template() != null) {
            FieldRule.PLACE
                    .matcher(file.template())
                    .results()
                    .forEach(found -> used.add(new CanonicalPath(found.group(1))));
        }
        used.forEach(path -> check(path, section, name));
        Object otherwise = file.constant() == null ? file.otherwise() : file.constant();
        return new FieldRule(
                name,
                from,
                file.template(),
                file.values() == null ? Map.of() : file.values(),
                otherwise,
                file.join(),
                file.longest() == null ? 0 : file.longest(),
                time(file, section, name),
                Boolean.TRUE.equals(file.mask()),
                Boolean.TRUE.equals(file.required()));
    }

    private @Nullable FieldRuleFile form(String section, String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return new FieldRuleFile(value, null, null, null, null, null, null, null, null, null, null);
        }
        try {
            return FORMS.convertValue(value, FieldRuleFile.class);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
                List<String> known = Objects.requireNonNull(unknown.getKnownPropertyIds()).stream()
                        .map(String::valueOf)
                        .toList();
                String key = unknown.getPropertyName();
                find("unknown key '" + key + "'", Suggestion.remedy(key, known), section, name, key);
            } else {
                find(
                        "field '" + name + "' cannot be read",
                        "write a path, or the keys of docs/delivery.md",
                        section,
                        name);
            }
            return null;
        }
    }

    private static List<CanonicalPath> paths(@Nullable Object from) {
        List<?> written = from == null ? List.of() : from instanceof List<?> list ? list : List.of(from);
        return written.stream()
                .map(path -> new CanonicalPath(String.valueOf(path)))
                .toList();
    }

    private void check(CanonicalPath path, String section, String name) {
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

    private @Nullable DateTimeFormatter time(FieldRuleFile file, String section, String name) {
        try {
            ZoneId zone = file.zone() == null ? ZoneOffset.UTC : ZoneId.of(file.zone());
            return file.time() == null
                    ? null
                    : DateTimeFormatter.ofPattern(file.time()).withZone(zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            find(
                    "time or zone of field '" + name + "' cannot be used: " + e.getMessage(),
                    "write like time: yyyy-MM-dd HH:mm:ss, zone: Asia/Shanghai",
                    section,
                    name);
            return null;
        }
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
