package io.redress.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.configfile.ZoneNames;
import io.redress.mapping.MappingFile.DatesFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a mapping file into a {@link Mapping}, or finds everything that is wrong with it. */
final class MappingReader {

    private final YamlFile<MappingFile> yaml;
    private final List<Finding> findings = new ArrayList<>();

    MappingReader(Path file) {
        this.yaml = YamlFile.read(file, MappingFile.class);
    }

    Mapping read() {
        MappingFile file = yaml.value();
        Map<CanonicalField, List<SourceName>> fields = fields(file);
        List<Set<CanonicalField>> required = required(file, fields);
        Set<String> empty = file.empty() == null
                ? Set.of()
                : file.empty().stream().map(ValueRules::fold).collect(Collectors.toSet());
        var rules = new ValueRules(
                empty, values(file), new PhoneNumbers(region(file)), sourceTimeParser(file, fields), false);
        FileFormat format = file.file() == null ? FileFormat.usual() : file.file();
        findings.addAll(FileFormatCheck.of(yaml, format));
        findings.addAll(HintCheck.of(yaml, rules));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new Mapping(fields, required, rules, format);
    }

    private Map<CanonicalField, List<SourceName>> fields(MappingFile file) {
        var fields = new EnumMap<CanonicalField, List<SourceName>>(CanonicalField.class);
        if (file.fields() == null || file.fields().isEmpty()) {
            find(
                    "fields maps nothing",
                    "write canonical field: source name; known: " + CanonicalField.keys(),
                    "fields");
            return fields;
        }
        file.fields().forEach((key, names) -> {
            Optional<CanonicalField> field = field(key, "fields", key);
            List<SourceName> sources = sources(key, names);
            if (field.isPresent() && !sources.isEmpty()) {
                fields.put(field.get(), sources);
            }
        });
        return fields;
    }

    private List<SourceName> sources(String key, @Nullable Object names) {
        var sources = new ArrayList<SourceName>();
        for (Object name : names instanceof List<?> list ? list : Arrays.asList(names)) {
            if (name instanceof Integer number && number >= 1) {
                sources.add(new SourceName(number));
            } else if (name instanceof String text && !text.isBlank()) {
                sources.add(new SourceName(text.strip()));
            } else {
                find(
                        "fields." + key + " is mapped to '" + name + "'",
                        "write a field's or column's name in quotes, a column's number from 1, or a list of them",
                        "fields",
                        key);
            }
        }
        return sources;
    }

    private List<Set<CanonicalField>> required(MappingFile file, Map<CanonicalField, List<SourceName>> fields) {
        var required = new ArrayList<Set<CanonicalField>>();
        List<String> entries = file.required() == null ? List.of() : file.required();
        for (int i = 0; i < entries.size(); i++) {
            var oneOf = new LinkedHashSet<CanonicalField>();
            for (String key : entries.get(i).split("\\|")) {
                field(key.strip(), "required", i).ifPresent(oneOf::add);
            }
            oneOf.retainAll(fields.keySet());
            if (!oneOf.isEmpty()) {
                required.add(oneOf);
            } else if (findings.isEmpty()) {
                find(
                        "required field '" + entries.get(i) + "' is mapped to no source name",
                        "add it to fields, or take it out of required",
                        "required",
                        i);
            }
        }
        return required;
    }

    private Map<CanonicalField, Map<String, String>> values(MappingFile file) {
        var values = new EnumMap<CanonicalField, Map<String, String>>(CanonicalField.class);
        Map<String, Map<String, String>> written = file.values() == null ? Map.of() : file.values();
        written.forEach((key, meanings) -> field(key, "values", key).ifPresent(field -> {
            var folded = new HashMap<String, String>();
            new LinkedHashMap<>(meanings).forEach((from, to) -> folded.put(ValueRules.fold(from), to));
            values.put(field, folded);
        }));
        return values;
    }

    private String region(MappingFile file) {
        String region = file.region() == null ? "CN" : file.region();
        if (!PhoneNumbers.knows(region)) {
            find("region '" + region + "' is none", "write two letters of ISO 3166, such as CN, TW, US", "region");
        }
        return region;
    }

    private SourceTimeParser sourceTimeParser(MappingFile file, Map<CanonicalField, List<SourceName>> fields) {
        DatesFile dates = file.dates();
        if (dates == null || dates.patterns() == null || dates.patterns().isEmpty()) {
            fields.keySet().stream()
                    .filter(CanonicalField::isTime)
                    .forEach(field -> find(
                            field.key() + " is mapped, but dates.patterns does not say how times are written",
                            "add dates: { patterns: [\"yyyy-MM-dd HH:mm:ss\"], zone: Asia/Shanghai }",
                            "fields",
                            field.key()));
            return SourceTimeParser.of(List.of(), null);
        }
        List<String> patterns = dates.patterns();
        List<String> usable =
                patterns.stream().filter(SourceTimeParser::isUsable).toList();
        patterns.stream()
                .filter(pattern -> !usable.contains(pattern))
                .forEach(pattern -> find(
                        "'" + pattern + "' is not a pattern that reads a date",
                        "write like yyyy-MM-dd HH:mm:ss (yyyy year, MM month, dd day, HH hour, mm minute), iso, excel, epoch-s or epoch-ms",
                        "dates",
                        "patterns",
                        patterns.indexOf(pattern)));
        if (usable.stream().filter(SourceTimeParser::isEpoch).distinct().count() > 1) {
            find("both epoch-s and epoch-ms are given", "keep the one that the source writes", "dates", "patterns");
        }
        return SourceTimeParser.of(usable, zone(dates.zone(), usable));
    }

    private @Nullable ZoneId zone(@Nullable String zone, List<String> patterns) {
        if (zone == null) {
            if (!patterns.stream().allMatch(SourceTimeParser::carriesOffset)) {
                find(
                        "dates has no zone, and its times do not carry one",
                        "add the zone of the source's clock, such as zone: Asia/Shanghai",
                        "dates");
            }
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            find("zone '" + zone + "' is unknown", ZoneNames.remedy(zone), "dates", "zone");
            return null;
        }
    }

    private Optional<CanonicalField> field(String key, Object... path) {
        Optional<CanonicalField> field = CanonicalField.of(key);
        if (field.isEmpty()) {
            find("there is no canonical field '" + key + "'", Suggestion.remedy(key, CanonicalField.keys()), path);
        }
        return field;
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
