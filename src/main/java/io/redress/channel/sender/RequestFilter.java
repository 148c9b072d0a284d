package io.redress.channel.sender;

import io.redress.mapping.json.JsonSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls told apart by their values.
 *
 * @param values by name or path, the values that are meant
 */
record RequestFilter(Map<String, List<String>> values) {

    /** The first name that has none of its values, with what it has; empty when every name has one. */
    Optional<String> unmet(JsonSource call) {
        for (var entry : values.entrySet()) {
            List<String> found = found(call, entry.getKey());
            if (found.stream().noneMatch(entry.getValue()::contains)) {
                String has = found.get(0).isEmpty() ? "is missing" : "is '" + found.get(0) + "'";
                return Optional.of(entry.getKey() + " " + has + ", not " + allowed(entry.getValue()));
            }
        }
        return Optional.empty();
    }

    private static String allowed(List<String> values) {
        return values.stream().map(value -> value.isEmpty() ? "none" : value).collect(Collectors.joining(" or "));
    }

    /**
     * Whether any name has nothing but values of its own: of a list of messages, one that says something is enough. A name that
     * is missing has no value, not even an empty one.
     */
    boolean meets(JsonSource call) {
        return values.entrySet().stream().anyMatch(entry -> {
            List<String> found = call.values(entry.getKey());
            return !found.isEmpty() && found.stream().map(String::strip).allMatch(entry.getValue()::contains);
        });
    }

    private static List<String> found(JsonSource call, String name) {
        List<String> found = call.values(name).stream().map(String::strip).toList();
        return found.isEmpty() ? List.of("") : found;
    }
}
