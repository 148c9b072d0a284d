package io.redress.channel.sender;

import io.redress.mapping.json.ValueSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requests, or parts of them, told apart by their values.
 *
 * @param values by name or path, the values that are meant; {@value #ANY} any that is not empty
 */
public record RequestFilter(Map<String, List<String>> values) {

    /** Stands for every value but an empty one. */
    public static final String ANY = "*";

    /** One that names nothing: everything passes it, and nothing meets it. */
    public static RequestFilter none() {
        return new RequestFilter(Map.of());
    }

    /** The same without {@value #ANY}: what it still meets was named, and not only left over. */
    public RequestFilter named() {
        Map<String, List<String>> named = new LinkedHashMap<>();
        values.forEach((name, meant) -> named.put(
                name, meant.stream().filter(value -> !value.equals(ANY)).toList()));
        return new RequestFilter(named);
    }

    private static boolean hasOneOf(List<String> meant, String value) {
        return meant.contains(value) || (!value.isEmpty() && meant.contains(ANY));
    }

    /** The first name that has none of its values, with what it has; empty when every name has one. */
    public Optional<String> unmet(ValueSource call) {
        for (var entry : values.entrySet()) {
            List<String> found = found(call, entry.getKey());
            if (found.stream().noneMatch(value -> hasOneOf(entry.getValue(), value))) {
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
    public boolean meets(ValueSource call) {
        return values.entrySet().stream().anyMatch(entry -> {
            List<String> found = call.values(entry.getKey());
            return !found.isEmpty()
                    && found.stream().map(String::strip).allMatch(value -> hasOneOf(entry.getValue(), value));
        });
    }

    private static List<String> found(ValueSource call, String name) {
        List<String> found = call.values(name).stream().map(String::strip).toList();
        return found.isEmpty() ? List.of("") : found;
    }
}
