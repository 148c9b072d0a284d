package io.redress.mapping.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON body, and what came with it, as the source of a mapping.
 *
 * @param beside values by name, by plain name, such as {@code header.x-topic}; they hide members of that name
 */
public record JsonSource(ObjectNode body, Map<String, String> beside) implements ValueSource {

    public JsonSource {
        beside = Map.copyOf(beside);
    }

    /** The values of a name or {@link ValuePath}; none where it is not a path, or leads nowhere. */
    @Override
    public List<String> values(String name) {
        String value = beside.get(name);
        ValuePath path = value == null ? ValuePath.parse(name) : null;
        return value != null ? List.of(value) : path == null ? List.of() : path.values(body);
    }

    /**
     * All values by their dotted names, and those of paths that choose by the path as it is written.
     *
     * @param paths {@link ValuePath#selecting} of the names that a mapping writes
     */
    public Map<String, List<String>> flat(Map<String, ValuePath> paths) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        beside.forEach((name, value) -> values.put(name, List.of(value)));
        UntrustedJson.flat(body).forEach((name, all) -> {
            if (beside.isEmpty() || !beside.containsKey(PlainName.of(name))) {
                values.put(name, all);
            }
        });
        paths.forEach((name, path) -> values.put(name, path.values(body)));
        return values;
    }
}
