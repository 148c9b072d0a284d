package io.redress.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Divides a body that holds a list of events, each with a key or a customer of its own, into one body for each: what two
 * customers wrote must never become one complaint.
 */
final class EventSplitter {

    /** Who wrote. Only where their values differ is a body divided by them: one customer's lines stay together. */
    private static final List<CanonicalField> WRITERS = List.of(
            CanonicalField.CUSTOMER_HANDLE,
            CanonicalField.CUSTOMER_EMAIL,
            CanonicalField.CUSTOMER_PHONE,
            CanonicalField.CUSTOMER_NAME);

    /** Members that may be copied in all: a body of many events with much beside their list would fill the memory. */
    private static final int MOST_COPIED = 100_000;

    private final Map<CanonicalField, List<SourceName>> fields;
    private int copied;

    EventSplitter(Map<CanonicalField, List<SourceName>> fields) {
        this.fields = fields;
    }

    /** The body itself, or a body for each of its events, which has all that stands beside the list; none: too many. */
    List<ObjectNode> of(ObjectNode body) {
        List<ObjectNode> parts = by(CanonicalField.SOURCE_KEY, 1, body);
        for (CanonicalField writer : WRITERS) {
            parts = parts.size() > 1 ? parts : by(writer, 2, body);
        }
        return copied > MOST_COPIED ? List.of() : parts;
    }

    /** @param least so many different values of {@code field} there must be in the parts */
    private List<ObjectNode> by(CanonicalField field, int least, ObjectNode body) {
        List<ObjectNode> most = List.of(body);
        for (List<String> name : names(field)) {
            for (List<String> text : names(CanonicalField.TEXT)) {
                List<ObjectNode> parts = divided(body, shared(name, text));
                if (parts.size() > most.size() && distinct(parts, name) >= least) {
                    most = parts;
                }
            }
        }
        return most;
    }

    private List<List<String>> names(CanonicalField field) {
        return fields.getOrDefault(field, List.of()).stream()
                .filter(name -> name.number() == 0)
                .map(name -> List.of(SourceName.plain(name.written()).split("\\.")))
                .toList();
    }

    /** The members that lead to both; the last one of either is the value itself. */
    private static List<String> shared(List<String> one, List<String> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) - 1
                && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }

    private List<ObjectNode> divided(ObjectNode node, List<String> path) {
        String name = path.isEmpty() ? null : member(node, path.get(0));
        List<JsonNode> values = name == null ? List.of() : parts(node.path(name), path.subList(1, path.size()));
        if (name == null || values.size() < 2) {
            return List.of(node);
        }
        var parts = new ArrayList<ObjectNode>();
        for (JsonNode value : values) {
            copied += node.size();
            if (copied <= MOST_COPIED) {
                ObjectNode part = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(member -> part.set(member.getKey(), member.getValue()));
                part.set(name, value);
                parts.add(part);
            }
        }
        return parts;
    }

    private List<JsonNode> parts(JsonNode value, List<String> path) {
        if (value instanceof ObjectNode object) {
            return List.copyOf(divided(object, path));
        }
        if (!(value instanceof ArrayNode list)) {
            return List.of(value);
        }
        var parts = new ArrayList<JsonNode>();
        for (JsonNode event : list) {
            parts(event, path)
                    .forEach(part ->
                            parts.add(JsonNodeFactory.instance.arrayNode().add(part)));
        }
        return parts;
    }

    private static @Nullable String member(ObjectNode node, String plain) {
        for (var member : node.properties()) {
            if (SourceName.plain(member.getKey()).equals(plain)) {
                return member.getKey();
            }
        }
        return null;
    }

    private static int distinct(List<ObjectNode> parts, List<String> path) {
        var values = new HashSet<String>();
        parts.forEach(part -> collect(part, path, values));
        return values.size();
    }

    private static void collect(JsonNode node, List<String> path, Set<String> values) {
        if (node instanceof ArrayNode list) {
            list.forEach(entry -> collect(entry, path, values));
        } else if (node instanceof ObjectNode object && !path.isEmpty()) {
            String name = member(object, path.get(0));
            collect(name == null ? object.missingNode() : object.path(name), path.subList(1, path.size()), values);
        } else if (node.isValueNode() && !node.isNull() && path.isEmpty()) {
            values.add(node.asText().strip());
        }
    }
}
