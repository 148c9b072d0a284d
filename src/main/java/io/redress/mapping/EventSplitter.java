package io.redress.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.mapping.json.PlainName;
import io.redress.mapping.json.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
        for (Way name : ways(field)) {
            for (Way text : ways(CanonicalField.TEXT)) {
                List<ObjectNode> parts = divided(body, shared(name.steps(), text.steps()));
                if (parts.size() > most.size() && distinct(parts, name) >= least) {
                    most = parts;
                }
            }
        }
        return most;
    }

    private List<Way> ways(CanonicalField field) {
        return fields.getOrDefault(field, List.of()).stream()
                .flatMap(SourceName::each)
                .filter(name -> name.number() == 0)
                .map(name -> Way.of(name.written()))
                .toList();
    }

    /**
     * A name as the way to its value.
     *
     * @param steps up to the first that reads a string, such as {@code raw|json}
     */
    private record Way(String written, List<Step> steps) {

        static Way of(String written) {
            var steps = new ArrayList<Step>();
            for (String part : ValuePath.parts(written)) {
                steps.add(Step.of(part));
                if (part.contains("|")) {
                    break;
                }
            }
            return new Way(written, steps);
        }
    }

    /**
     * A member on the way.
     *
     * @param brackets that choose among its entries; empty for all of them
     */
    private record Step(String member, String brackets) {

        static Step of(String part) {
            String path = part.replaceFirst("\\|.*", "");
            int bracket = path.indexOf('[');
            String member = bracket < 0 ? path : path.substring(0, bracket);
            return new Step(PlainName.of(member), bracket < 0 ? "" : path.substring(bracket));
        }

        /** Whether the entries behind it may be events: all, or those of one kind; not the first or the last. */
        boolean isDivisible() {
            return brackets.isEmpty() || ValuePath.choice(brackets) != null;
        }

        boolean chooses(JsonNode entry) {
            Predicate<JsonNode> choice = brackets.isEmpty() ? null : ValuePath.choice(brackets);
            return choice == null || choice.test(entry);
        }
    }

    /** The members that lead to both; the last one of either is the value itself. */
    private static List<Step> shared(List<Step> one, List<Step> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) - 1
                && one.get(length).equals(other.get(length))
                && one.get(length).isDivisible()) {
            length++;
        }
        return one.subList(0, length);
    }

    private List<ObjectNode> divided(ObjectNode node, List<Step> path) {
        String name = path.isEmpty() ? null : member(node, path.get(0).member());
        List<JsonNode> values = name == null ? List.of() : parts(node.path(name), path);
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

    /** @param path from the member that has the value */
    private List<JsonNode> parts(JsonNode value, List<Step> path) {
        if (value instanceof ObjectNode object) {
            return List.copyOf(divided(object, path.subList(1, path.size())));
        }
        if (!(value instanceof ArrayNode list)) {
            return List.of(value);
        }
        var parts = new ArrayList<JsonNode>();
        for (JsonNode event : list) {
            if (!path.get(0).chooses(event)) {
                continue;
            }
            parts(event, path)
                    .forEach(part ->
                            parts.add(JsonNodeFactory.instance.arrayNode().add(part)));
        }
        return parts;
    }

    private static @Nullable String member(ObjectNode node, String plain) {
        for (var member : node.properties()) {
            if (PlainName.of(member.getKey()).equals(plain)) {
                return member.getKey();
            }
        }
        return null;
    }

    private static int distinct(List<ObjectNode> parts, Way way) {
        ValuePath path = ValuePath.parse(way.written());
        var values = new HashSet<String>();
        if (path != null) {
            parts.forEach(part -> path.values(part).forEach(value -> values.add(value.strip())));
        }
        return values.size();
    }
}
