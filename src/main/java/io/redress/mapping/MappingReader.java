package io.redress.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.mapping.MappingFile.Dates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a mapping file into a {@link Mapping}, or finds everything that is wrong; its schema says what each key may hold. */
final class MappingReader {

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<MappingFile> yaml;

    MappingReader(Path file) {
        this.yaml = YamlFile.read(file, MappingFile.class, "mapping", findings);
    }

    Mapping read() {
        MappingFile file = yaml.value();
        Map<CanonicalField, List<SourceName>> fields = new EnumMap<>(CanonicalField.class);
        if (file.fields() != null) {
            fields.putAll(file.fields());
            fields.values().removeIf(List::isEmpty);
        }
        List<Set<CanonicalField>> required = required(file, fields.keySet());
        Set<String> empty = written(file.empty()).stream().map(ValueRules::fold).collect(Collectors.toSet());
        PhoneNumbers phones = phones(Objects.requireNonNullElse(file.region(), "CN"));
        FileFormat format = Objects.requireNonNullElseGet(file.file(), FileFormat::usual);
        if (format.quote().equals(format.delimiter())) {
            find("quote cannot be the delimiter", "write another one, or none", "file", "quote");
        }
        var rules = new ValueRules(empty, values(file), phones, times(file.dates(), fields.keySet()), false);
        InvalidConfiguration.throwIfAny(findings);
        return new Mapping(fields, required, rules, format);
    }

    /** Without those that the schema refused. */
    private static List<String> written(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }

    private List<Set<CanonicalField>> required(MappingFile file, Set<CanonicalField> mapped) {
        var required = new ArrayList<Set<CanonicalField>>();
        for (String entry : written(file.required())) {
            int at = Objects.requireNonNull(file.required()).indexOf(entry);
            var oneOf = new LinkedHashSet<CanonicalField>();
            for (String key : entry.split("\\|")) {
                CanonicalField field = CanonicalField.of(key.strip());
                if (field != null) {
                    oneOf.add(field);
                } else {
                    find(
                            "there is no canonical field '" + key.strip() + "'",
                            Suggestion.remedy(key, CanonicalField.keys()),
                            "required",
                            at);
                }
            }
            oneOf.retainAll(mapped);
            if (!oneOf.isEmpty()) {
                required.add(oneOf);
            } else if (findings.isEmpty()) {
                find(
                        "required field '" + entry + "' is mapped to no source name",
                        "add it to fields, or take it out of required",
                        "required",
                        at);
            }
        }
        return required;
    }

    private static Map<CanonicalField, Map<String, String>> values(MappingFile file) {
        var values = new EnumMap<CanonicalField, Map<String, String>>(CanonicalField.class);
        if (file.values() != null) {
            file.values().forEach((field, meanings) -> {
                var folded = new HashMap<String, String>();
                meanings.forEach((from, to) -> folded.put(ValueRules.fold(from), to));
                values.put(field, folded);
            });
        }
        return values;
    }

    private PhoneNumbers phones(String region) {
        if (!PhoneNumbers.knows(region)) {
            find("region '" + region + "' is none", "write two letters of ISO 3166, such as CN, TW, US", "region");
        }
        return new PhoneNumbers(region);
    }

    private SourceTimeParser times(@Nullable Dates dates, Set<CanonicalField> mapped) {
        List<String> patterns = dates == null ? List.of() : written(dates.patterns());
        if (dates == null || patterns.isEmpty()) {
            mapped.stream()
                    .filter(CanonicalField::isTime)
                    .forEach(field -> find(
                            field.key() + " is mapped, but dates.patterns does not say how times are written",
                            "add dates: { patterns: [\"yyyy-MM-dd HH:mm:ss\"], zone: Asia/Shanghai }",
                            "fields",
                            field.key()));
            return SourceTimeParser.of(List.of(), null);
        }
        List<String> usable =
                patterns.stream().filter(SourceTimeParser::isUsable).toList();
        patterns.stream()
                .filter(pattern -> !usable.contains(pattern))
                .forEach(pattern -> find(
                        "'" + pattern + "' is not a pattern that reads a date",
                        "write like yyyy-MM-dd HH:mm:ss (yyyy year, MM month, dd day, HH hour, mm minute), iso, excel, epoch-s or epoch-ms",
                        "dates",
                        "patterns",
                        Objects.requireNonNull(dates.patterns()).indexOf(pattern)));
        if (usable.stream().filter(SourceTimeParser::isEpoch).distinct().count() > 1) {
            find("both epoch-s and epoch-ms are given", "keep the one that the source writes", "dates", "patterns");
        }
        if (dates.zone() == null && findings.isEmpty() && !usable.stream().allMatch(SourceTimeParser::carriesOffset)) {
            find(
                    "dates has no zone, and its times do not carry one",
                    "add the zone of the source's clock, such as zone: Asia/Shanghai",
                    "dates");
        }
        return SourceTimeParser.of(usable, dates.zone());
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
