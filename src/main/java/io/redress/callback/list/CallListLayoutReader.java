package io.redress.callback.list;

import io.redress.callback.CallResult;
import io.redress.callback.list.CallListLayout.Column;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compiles a file of {@code config/call-lists}; its schema says what each key may hold. */
final class CallListLayoutReader {

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<CallListLayoutFile> file;

    CallListLayoutReader(String name, Path path) {
        this.name = name;
        file = YamlFile.read(path, CallListLayoutFile.class, "call-list", findings);
    }

    CallListLayout read() {
        CallListLayoutFile written = file.value();
        List<Column> columns = written.columns() == null ? List.of() : columns(written.columns());
        Map<String, CallResult> results = written.results() == null ? Map.of() : results(written.results());
        InvalidConfiguration.throwIfAny(findings);
        String delimiter = Objects.requireNonNullElse(written.delimiter(), ",");
        var times = Objects.requireNonNullElseGet(written.times(), () -> new CallListLayoutFile.Times(null, null));
        var phone = written.phone();
        return new CallListLayout(
                name,
                "xlsx".equals(written.format()),
                Objects.requireNonNullElse(written.charset(), StandardCharsets.UTF_8),
                Boolean.TRUE.equals(written.bom()),
                delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
                Objects.requireNonNullElse(written.sheet(), name),
                DateTimeFormatter.ofPattern(
                        Objects.requireNonNullElse(times.pattern(), "yyyy-MM-dd HH:mm"), Locale.ENGLISH),
                Objects.requireNonNullElse(times.zone(), ZoneId.of("UTC")),
                phone != null && "national".equals(phone.style()) ? phone.region() : null,
                columns.stream()
                        .map(column -> new Column(column.name().strip(), column.field()))
                        .toList(),
                results);
    }

    /** What the schema refused is null. */
    private List<Column> columns(List<Column> columns) {
        Set<String> names = new HashSet<>();
        Set<CallListField> fields = EnumSet.noneOf(CallListField.class);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column != null
                    && column.name() != null
                    && !names.add(column.name().strip())) {
                find("column '" + column.name() + "' has no name of its own", "give it another one", "columns", i);
            }
            if (column != null && column.field() != null && !fields.add(column.field())) {
                find("field '" + column.field().key() + "' stands twice", "keep one of them", "columns", i, "field");
            }
        }
        if (!fields.containsAll(Set.of(CallListField.CALLBACK, CallListField.ATTEMPT, CallListField.PHONE))) {
            find(
                    "a list needs columns for callback, attempt and phone",
                    "add them: results are matched by them",
                    "columns");
        }
        return columns;
    }

    private Map<String, CallResult> results(Map<CallResult, List<String>> written) {
        Map<String, CallResult> results = new HashMap<>();
        written.forEach((result, words) -> words.stream()
                .filter(Objects::nonNull)
                .filter(word -> results.put(word.strip().toLowerCase(Locale.ROOT), result) != null)
                .forEach(word -> find(
                        "'" + word + "' is mapped to two results",
                        "keep it under one of them",
                        "results",
                        result.key())));
        return results;
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}
