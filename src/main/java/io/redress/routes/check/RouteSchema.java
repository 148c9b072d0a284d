package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.RouteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Structure: each file against the JSON Schema that Camel ships with its YAML language. */
final class RouteSchema {

    private static final String LOCATION = "/schema/camelYamlDsl.json";

    /** The most telling first: several messages about one place have one cause. */
    private static final List<String> TELLING = List.of("additionalProperties", "maxProperties", "enum", "required");

    /** Say only that no alternative fits; the messages beside them say why. */
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    /** Read once, when first asked for: it is large. */
    private static final class Loaded {
        static final JsonNode SOURCE = source();
        static final JsonSchema SCHEMA = schema(SOURCE);
    }

    private static JsonNode source() {
        try (InputStream in = RouteSchema.class.getResourceAsStream(LOCATION)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(JsonNode source) {
        var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV4())
                .keyword(new NonValidationKeyword("deprecated"))
                .build();
        // Beforehand it would take each way through the schema apart: a quarter of a gigabyte, for ever.
        var asNeeded = SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();
        return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V4))
                .metaSchema(dialect)
                .build()
                .getSchema(source, asNeeded);
    }

    /** Reads the schema, for who has a second before it is needed. */
    static void load() {
        Loaded.SCHEMA.getSchemaNode();
    }

    List<Finding> check(RouteFile file) {
        return check(file, file.root(), List.of());
    }

    /**
     * Checks a part of a file.
     *
     * @param part in the form of a routes file
     * @param below the way to the place in the file that stands at {@code /0} of the part; empty when the part is all
     */
    List<Finding> check(RouteFile file, JsonNode part, List<Object> below) {
        for (int i = 0; i < part.size(); i++) {
            if (!part.get(i).isObject()) {
                return List.of(
                        file.finding("a list item is not a route", "write - route: with its keys below", List.of(i)));
            }
        }
        var byPlace = new LinkedHashMap<List<Object>, ValidationMessage>();
        for (ValidationMessage message : Loaded.SCHEMA.validate(part)) {
            if (!CHOICES.contains(message.getType()) && !isConverted(message)) {
                byPlace.merge(place(message.getInstanceLocation()), message, RouteSchema::moreTelling);
            }
        }
        return byPlace.entrySet().stream()
                .filter(entry -> byPlace.keySet().stream().noneMatch(other -> isBelow(other, entry.getKey())))
                .map(entry -> finding(file, entry.getValue(), inFile(entry.getKey(), below)))
                .toList();
    }

    private static Finding finding(RouteFile file, ValidationMessage message, List<Object> at) {
        String key = message.getProperty();
        String step = at.isEmpty() ? "the file" : "'" + name(at) + "'";
        switch (message.getType()) {
            case "additionalProperties":
                var inner = new ArrayList<Object>(at);
                inner.add(key);
                return file.finding(
                        "unknown key '" + key + "' in " + step, Suggestion.remedy(key, known(message)), inner);
            case "required":
                return file.finding("key '" + key + "' is missing in " + step, "write it", at);
            case "maxProperties":
                return file.finding(
                        "two steps in one list item of " + step, "start each step with '- ' and indent alike", at);
            case "enum":
                return file.finding(
                        step + " cannot be '" + message.getInstanceNode().asText() + "'",
                        "one of " + message.getArguments()[0],
                        at);
            case "type":
                return file.finding(
                        step + " is of type " + message.getArguments()[0],
                        "write a value of type " + message.getArguments()[1],
                        at);
            default:
                return file.finding(message.getMessage(), "write it as Camel's YAML language wants it", at);
        }
    }

    private static Collection<String> known(ValidationMessage message) {
        var known = new TreeSet<String>();
        JsonNode owner = Loaded.SOURCE;
        List<Object> rule = place(message.getSchemaLocation().getFragment());
        for (Object step : rule.subList(0, rule.size() - 1)) {
            owner = step instanceof Integer index ? owner.path(index) : owner.path(String.valueOf(step));
        }
        owner.path("properties").fieldNames().forEachRemaining(known::add);
        return known;
    }

    /**
     * True where Camel is more lenient than its schema: any field may hold a placeholder, and numbers and texts are
     * converted. A bare {@code no} or {@code on} stays a finding: YAML reads it as a boolean.
     */
    private static boolean isConverted(ValidationMessage message) {
        JsonNode node = message.getInstanceNode();
        if (node == null || !message.getType().equals("type")) {
            return node != null && node.isTextual() && node.asText().contains("{{");
        }
        return switch (String.valueOf(message.getArguments()[1])) {
            case "string" -> node.isNumber() || node.isObject();
            case "boolean" -> node.isTextual() && node.asText().matches("true|false|.*\\{\\{.*");
            case "integer", "number" -> node.isTextual() && node.asText().matches("-?\\d+|.*\\{\\{.*");
            default -> false;
        };
    }

    private static ValidationMessage moreTelling(ValidationMessage one, ValidationMessage other) {
        return Comparator.comparingInt(RouteSchema::rank).compare(one, other) <= 0 ? one : other;
    }

    private static int rank(ValidationMessage message) {
        int rank = TELLING.indexOf(message.getType());
        return rank < 0 ? TELLING.size() : rank;
    }

    private static List<Object> place(JsonNodePath path) {
        var place = new ArrayList<Object>();
        for (int i = 0; i < path.getNameCount(); i++) {
            place.add(path.getElement(i));
        }
        return place;
    }

    private static List<Object> inFile(List<Object> place, List<Object> below) {
        if (below.isEmpty() || place.isEmpty()) {
            return below.isEmpty() ? place : below;
        }
        var at = new ArrayList<>(below);
        at.addAll(place.subList(1, place.size()));
        return at;
    }

    private static boolean isBelow(List<Object> place, List<Object> above) {
        return place.size() > above.size() && place.subList(0, above.size()).equals(above);
    }

    private static String name(List<Object> at) {
        for (int i = at.size() - 1; i >= 0; i--) {
            if (at.get(i) instanceof String key) {
                return key;
            }
        }
        return "the list";
    }
}
