package io.redress.lookup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.mapping.FieldProblems;
import io.redress.mapping.MappedFields;
import io.redress.mapping.Mapping;
import io.redress.mapping.MappingResult;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Reads answers by a mapping: a JSON object with dotted names, or a row of a database with its columns. */
record LookupResultReader(Mapping mapping, Set<String> facts) {

    /** A fact is a number or a word or two, no second document. */
    private static final int LONGEST_FACT = 200;

    /** @param body bytes of JSON, a row (column → value), or null when the system knows nothing */
    LookupResult read(@Nullable Object body, Instant now) {
        if (body == null || body instanceof byte[] bytes && bytes.length == 0) {
            return new LookupResult.Nothing(now);
        }
        if (body instanceof Map<?, ?> row) {
            return mapped(columns(row), now);
        }
        Optional<ObjectNode> json = body instanceof byte[] bytes ? UntrustedJson.read(bytes) : Optional.empty();
        return json.map(object -> mapped(new JsonSource(object, Map.of()).flat(mapping.paths()), now))
                .orElseGet(() -> new LookupResult.Missed(now, "the answer is not a JSON object"));
    }

    private LookupResult mapped(Map<String, List<String>> source, Instant now) {
        MappingResult mappingResult = mapping.apply(source);
        if (mappingResult instanceof MappedFields fields) {
            return new LookupResult.Found(now, fields.customer(), fields.product(), facts(source));
        }
        // Which fields, not what stands in them: it is about people.
        return new LookupResult.Missed(
                now,
                "the answer cannot be read: "
                        + ((FieldProblems) mappingResult)
                                .problems().stream()
                                        .map(problem -> problem.sourceName() + " ("
                                                + problem.code().name().toLowerCase(Locale.ROOT) + ")")
                                        .collect(Collectors.joining("; ")));
    }

    private Map<String, String> facts(Map<String, List<String>> source) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String fact : facts) {
            String value = String.join(", ", source.getOrDefault(fact, List.of()));
            if (!value.isEmpty()) {
                kept.put(fact, StringUtils.truncate(value, LONGEST_FACT));
            }
        }
        return kept;
    }

    private static Map<String, List<String>> columns(Map<?, ?> row) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                values.put(String.valueOf(column), List.of(String.valueOf(value)));
            }
        });
        return values;
    }
}
