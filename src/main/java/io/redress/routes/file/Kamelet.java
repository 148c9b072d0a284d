package io.redress.routes.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of channel or delivery: a route with properties to fill in.
 *
 * @param properties by name, as the file describes them
 * @param required the properties that every use must give
 */
public record Kamelet(RouteFile file, Map<String, JsonNode> properties, Set<String> required) {

    /** A property placeholder; group 1 the name, group 2 the default. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]?([^{}:]+)(?::([^{}]*))?}}");

    public static Kamelet of(RouteFile file) {
        JsonNode definition = file.root().path("spec").path("definition");
        var properties = new LinkedHashMap<String, JsonNode>();
        definition.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
        var required = new LinkedHashSet<String>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        return new Kamelet(file, properties, required);
    }

    public String name() {
        return file.name();
    }

    /** What its template may name in placeholders: its properties, and the beans of its own. */
    public Set<String> placeholders() {
        var names = new HashSet<>(properties.keySet());
        file.root()
                .path("spec")
                .path("template")
                .path("beans")
                .forEach(bean -> names.add(bean.path("name").asText()));
        return names;
    }

    /** The format in which it hands originals off; empty when its file does not say. */
    public String format() {
        return label("redress.io/format");
    }

    /** Whether it gives a channel's steps lists of arrivals, and not one at a time. */
    public boolean handsOffLists() {
        return label("redress.io/hands-off").equals("list");
    }

    private String label(String name) {
        return file.root().path("metadata").path("labels").path(name).asText();
    }

    /** The properties that a use must give because they have no default. */
    public List<String> missingIn(Set<String> given) {
        return required.stream()
                .filter(name -> !given.contains(name) && !about(name).has("default"))
                .toList();
    }

    /** The property that had another name before, by that name: {@code formerly} in its description. */
    public Optional<String> renamed(String former) {
        return properties.entrySet().stream()
                .filter(property ->
                        property.getValue().path("formerly").asText().equals(former))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the file says about a property; a missing node when it says nothing. */
    public JsonNode about(String property) {
        return properties.getOrDefault(property, MissingNode.getInstance());
    }

    /** What the properties are when they are used with {@code given}. */
    Map<String, String> values(Map<String, String> given) {
        var values = new LinkedHashMap<String, String>();
        properties.forEach((name, about) -> {
            if (about.has("default")) {
                values.put(name, about.get("default").asText());
            }
        });
        values.putAll(given);
        return values;
    }

    /** Values to try the kamelet with when no channel uses it. */
    public Map<String, String> sample() {
        var sample = new LinkedHashMap<String, String>();
        properties.forEach((name, about) -> {
            if (about.has("example")) {
                sample.put(name, about.get("example").asText());
            } else if (!about.has("default")) {
                sample.put(
                        name,
                        switch (about.path("type").asText()) {
                            case "integer", "number" -> "1";
                            case "boolean" -> "true";
                            default -> about.path("enum").path(0).asText("sample");
                        });
            }
        });
        return sample;
    }

    /** True when a route starts with it; false when a route sends to it. */
    public boolean isSource() {
        return endpoints().stream()
                .noneMatch(use -> use.is("kamelet") && use.remaining().equals("source"));
    }

    List<EndpointUse> endpoints() {
        return file.endpoints();
    }

    /** The endpoints of one use, with the properties filled in. */
    public List<EndpointUse> endpoints(Map<String, String> given) {
        Map<String, String> values = values(given);
        var filled = new ArrayList<EndpointUse>();
        for (EndpointUse use : endpoints()) {
            var parameters = new LinkedHashMap<String, String>();
            use.parameters().forEach((key, value) -> parameters.put(key, fill(value, values)));
            filled.add(new EndpointUse(use.file(), use.at(), use.scheme(), fill(use.remaining(), values), parameters));
        }
        return filled;
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
