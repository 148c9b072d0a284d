package io.redress.configfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import io.redress.configfile.ConfigSchema.JavaFormat;
import io.redress.configfile.ConfigSchema.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema refuses, in the words of this project: the place, the problem with key and value, and the remedy. */
final class SchemaFindings {

    private final Path file;
    private final String text;
    private final YamlLocations places;
    private final ConfigSchema schema;

    SchemaFindings(Path file, String text, YamlLocations places, ConfigSchema schema) {
        this.file = file;
        this.text = text;
        this.places = places;
        this.schema = schema;
    }

    /** In the order of the schema. A key that is misspelt is not missing as well. */
    List<Finding> of(List<ValidationMessage> refused) {
        Set<List<Object>> meant = refused.stream()
                .filter(message -> message.getType().equals("additionalProperties"))
                .flatMap(message -> Suggestion.nearest(
                        message.getProperty(), schema.rule(message).keys())
                        .map(key -> with(path(message.getInstanceLocation()), key))
                        .stream())
                .collect(Collectors.toSet());
        return refused.stream()
                .filter(message -> !message.getType().equals("required")
                        || !meant.contains(with(path(message.getInstanceLocation()), message.getProperty())))
                .map(this::of)
                .distinct()
                .toList();
    }

    private Finding of(ValidationMessage message) {
        Rule rule = schema.rule(message);
        List<Object> path = path(message.getInstanceLocation());
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(message.getProperty(), rule, path);
            case "propertyNames" -> wrongName(message.getProperty(), rule, path);
            case "required" -> missing(message.getProperty(), rule, path);
            default -> wrongValue(message, rule, path);
        };
    }

    /** The way to what a message is about, by keys and indexes. */
    static List<Object> path(JsonNodePath location) {
        var path = new ArrayList<Object>();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getElement(i));
        }
        return path;
    }

    private Finding unknownKey(String key, Rule rule, List<Object> path) {
        JsonNode problem = rule.at().path(ConfigSchema.UNKNOWN_KEY);
        JsonNode remedy = problem.isMissingNode() ? problem : rule.at().path(ConfigSchema.REMEDY);
        return finding(
                filled(problem.asText("unknown key '{key}'"), key, key),
                remedy.isMissingNode() ? Suggestion.remedy(key, rule.keys()) : remedy.asText(),
                with(path, key));
    }

    private Finding wrongName(String key, Rule rule, List<Object> path) {
        JsonNode names = rule.at().path("propertyNames");
        String problem = names.path(ConfigSchema.PROBLEM).asText("'{key}' is not a name here");
        String remedy = names.path(ConfigSchema.REMEDY).asText(Suggestion.remedy(key, texts(names.path("enum"))));
        return finding(filled(problem, key, key), remedy, with(path, key));
    }

    private Finding missing(String key, Rule rule, List<Object> path) {
        Rule property = rule.property(key);
        String example = property.at().path("examples").path(0).asText();
        String owner = path.isEmpty() || !(path.get(path.size() - 1) instanceof String name) ? "" : name;
        String problem = owner.isEmpty() ? "'" + key + "' is missing" : "'" + owner + "' has no " + key;
        String remedy = filled(property.text(ConfigSchema.REMEDY, "write '" + key + ":'"), owner, "");
        return finding(
                filled(property.text(ConfigSchema.MISSING, problem), owner, ""),
                example.isEmpty() ? remedy : "write it like '" + key + ": " + example + "'",
                with(path, key));
    }

    private Finding wrongValue(ValidationMessage message, Rule rule, List<Object> path) {
        JsonNode value = message.getInstanceNode();
        String key = path.stream().map(String::valueOf).collect(Collectors.joining("."));
        String problem = isNoNumber(message, rule) ? "" : rule.text(ConfigSchema.PROBLEM);
        String last = path.isEmpty() ? "" : String.valueOf(path.get(path.size() - 1));
        String told = !problem.isEmpty()
                ? filled(problem, last, value.isValueNode() && !value.isNull() ? value.asText() : "")
                : value.isNull()
                        ? "'" + last + "' has no value"
                        : value.isValueNode()
                                ? "'" + key + ": " + value.asText() + "' is not " + words(rule.at())
                                : "'" + key + "' is not " + words(rule.at());
        return finding(told, remedy(rule, last, value.asText()), path);
    }

    private static String remedy(Rule rule, String key, String value) {
        String remedy = rule.text(ConfigSchema.REMEDY);
        if (!remedy.isEmpty()) {
            return filled(remedy, key, "");
        }
        if (rule.at().path("format").asText().equals(JavaFormat.ZONE)) {
            return ZoneNames.remedy(value);
        }
        List<String> known = texts(rule.at().path("enum"));
        return known.isEmpty() ? "write " + words(rule.at()) : Suggestion.remedy(value, known);
    }

    /** A text where a number should be: that it is out of range says less. */
    private static boolean isNoNumber(ValidationMessage message, Rule rule) {
        return message.getType().equals("type")
                && Set.of("integer", "number").contains(rule.at().path("type").asText());
    }

    /** What a schema takes, for people. */
    private static String words(JsonNode rule) {
        List<String> known = texts(rule.path("enum"));
        if (!known.isEmpty()) {
            return "one of " + String.join(", ", known);
        }
        String type = rule.path("type").isArray()
                ? rule.path("type").path(0).asText()
                : rule.path("type").asText();
        String range = rule.has("minimum") && rule.has("maximum")
                ? " from " + rule.path("minimum").asText() + " to "
                        + rule.path("maximum").asText()
                : "";
        return switch (type) {
            case "integer" -> "a whole number" + range;
            case "number" -> "a number" + range;
            case "boolean" -> "true or false";
            case "array" -> "a list ([…], or lines that each begin with '- ')";
            case "object" -> "a list of keys with values";
            default -> "a text";
        };
    }

    private Finding finding(String problem, String remedy, List<Object> path) {
        YamlLocations.Place place = places.placeOf(path.toArray());
        Optional<Finding> sign = FullWidthCharacters.at(file, text, place.line());
        return sign.orElseGet(() -> new Finding(file, place.line(), place.column(), problem, remedy));
    }

    private static String filled(String pattern, String key, String value) {
        return pattern.replace("{key}", key).replace("{value}", value);
    }

    private static List<Object> with(List<Object> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
