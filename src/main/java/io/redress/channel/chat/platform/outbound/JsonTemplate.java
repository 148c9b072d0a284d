package io.redress.channel.chat.platform.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redress.delivery.dialogue.JsonBodies;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/**
 * JSON in whose texts values stand ({@link ValueTemplate}). A member whose name ends in {@code |json} is JSON written into a
 * string; one whose only value is missing and may be is left out.
 */
final class JsonTemplate {

    private static final String AS_TEXT = "|json";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode written;

    private JsonTemplate(JsonNode written) {
        this.written = written;
    }

    /**
     * Reads what a description writes.
     *
     * @param names gets the names of its values
     * @throws IllegalArgumentException as {@link ValueTemplate#of}
     */
    static JsonTemplate of(JsonNode written, Set<String> names) {
        collect(written, names);
        return new JsonTemplate(written);
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            names.addAll(ValueTemplate.of(node.asText()).names());
        } else {
            node.forEach(child -> collect(child, names));
        }
    }

    /** @throws ValueTemplate.MissingValue naming a value that it needs */
    JsonNode fill(Map<String, String> values) {
        return filled(written, values);
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node instanceof ObjectNode object) {
            return members(object, values);
        }
        if (node.isArray()) {
            ArrayNode list = NODES.arrayNode();
            node.forEach(element -> list.add(filled(element, values)));
            return list;
        }
        return node.isTextual() ? value(ValueTemplate.of(node.asText()), values) : node;
    }

    private static JsonNode members(ObjectNode object, Map<String, String> values) {
        ObjectNode filled = NODES.objectNode();
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode child = member.getValue();
            boolean leftOut =
                    child.isTextual() && ValueTemplate.of(child.asText()).isLeftOut(values);
            if (!leftOut && name.endsWith(AS_TEXT)) {
                filled.put(
                        name.substring(0, name.length() - AS_TEXT.length()), JsonBodies.written(filled(child, values)));
            } else if (!leftOut) {
                filled.set(name, filled(child, values));
            }
        });
        return filled;
    }

    private static JsonNode value(ValueTemplate template, Map<String, String> values) {
        String text = template.fill(values);
        if (!template.isNumber()) {
            return TextNode.valueOf(text);
        }
        try {
            return BigIntegerNode.valueOf(new BigInteger(text.strip()));
        } catch (NumberFormatException e) {
            throw new ValueTemplate.MissingValue(template.first());
        }
    }
}
