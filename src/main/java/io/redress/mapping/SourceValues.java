package io.redress.mapping;

import io.redress.mapping.json.PlainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of one source by the names of a mapping, and what no name took. */
final class SourceValues {

    private final ValueRules rules;
    private final Map<String, List<String>> source;
    private final Map<String, String> byPlainName = new LinkedHashMap<>();
    private final List<String> inOrder;
    private final Map<String, List<String>> extras;

    /** A field's values, and the source name that they came by. */
    record Found(String sourceName, List<String> values) {}

    SourceValues(ValueRules rules, Map<String, List<String>> source) {
        this.rules = rules;
        this.source = source;
        this.inOrder = List.copyOf(source.keySet());
        this.extras = new LinkedHashMap<>(source);
        inOrder.forEach(name -> byPlainName.putIfAbsent(PlainName.of(name), name));
    }

    /** What no name took so far, by source name, in the source's order. */
    Map<String, List<String>> extras() {
        return extras;
    }

    /** Takes the values of a name, those of several joined; none where the source has no such name. */
    Found of(CanonicalField field, SourceName name) {
        if (name.parts().isEmpty()) {
            String sourceName = nameInSource(name);
            if (sourceName == null) {
                return new Found(name.written(), List.of());
            }
            extras.remove(sourceName);
            return new Found(sourceName, values(field, sourceName));
        }
        List<Found> parts = name.parts().stream().map(part -> of(field, part)).toList();
        String joined = parts.stream()
                .flatMap(part -> part.values().stream())
                .collect(Collectors.joining(field == CanonicalField.TEXT ? "\n" : " "));
        return new Found(parts.get(0).sourceName(), joined.isEmpty() ? List.of() : List.of(joined));
    }

    private List<String> values(CanonicalField field, String sourceName) {
        List<String> values = new ArrayList<>();
        for (String written : source.getOrDefault(sourceName, List.of())) {
            String clean = CleanText.of(written);
            String value = rules.inColumns() ? WholeNumber.of(field, clean) : clean;
            if (!rules.isEmpty(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable String nameInSource(SourceName name) {
        if (name.number() > 0) {
            return name.number() <= inOrder.size() ? inOrder.get(name.number() - 1) : null;
        }
        return byPlainName.get(name.plain());
    }
}
