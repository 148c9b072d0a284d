package io.redress.configfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds a file against its schema. What is refused is taken out, so that rules across keys and files can look at the rest,
 * and one round of fixing is enough.
 */
final class SchemaCheck {

    /** Say which key of an object is wrong. */
    private static final Set<String> NAMED = Set.of("additionalProperties", "propertyNames");

    private final ConfigSchema schema;
    private final JsonNode tree;
    private final Set<List<Object>> emptied = new HashSet<>();

    /** @param tree is changed */
    SchemaCheck(ConfigSchema schema, JsonNode tree) {
        this.schema = schema;
        this.tree = tree;
    }

    /** All that the schema refuses; a key without a value is one that is left out. */
    List<ValidationMessage> refused() {
        while (true) {
            List<ValidationMessage> all = messages();
            List<ValidationMessage> leftOut =
                    all.stream().filter(schema::isLeftOut).toList();
            if (leftOut.isEmpty()) {
                return all;
            }
            leftOut.forEach(message -> takeOut(SchemaFindings.path(message.getInstanceLocation())));
        }
    }

    /** Takes out what was refused, and what is refused then; what is missing stays missing, and items of lists become null. */
    void reduce() {
        List<ValidationMessage> refused = withoutMissing();
        while (!refused.isEmpty()) {
            refused.forEach(this::takeOut);
            refused = withoutMissing();
        }
    }

    private List<ValidationMessage> withoutMissing() {
        return messages().stream()
                .filter(message -> !message.getType().equals("required"))
                .toList();
    }

    private List<ValidationMessage> messages() {
        return schema.validate(tree).stream()
                .filter(message -> !emptied.contains(SchemaFindings.path(message.getInstanceLocation())))
                .toList();
    }

    private void takeOut(ValidationMessage message) {
        List<Object> path = SchemaFindings.path(message.getInstanceLocation());
        boolean key = NAMED.contains(message.getType());
        if (key && node(path) instanceof ObjectNode owner) {
            owner.remove(message.getProperty());
        } else if (!key) {
            takeOut(path);
        }
    }

    private void takeOut(List<Object> path) {
        if (path.isEmpty()) {
            throw new IllegalStateException("a schema of config/ refuses the file as a whole");
        }
        Object last = path.get(path.size() - 1);
        JsonNode owner = node(path.subList(0, path.size() - 1));
        if (owner instanceof ObjectNode object) {
            object.remove(String.valueOf(last));
        } else if (owner instanceof ArrayNode list && last instanceof Integer index) {
            list.setNull(index);
            emptied.add(path);
        }
    }

    private JsonNode node(List<Object> path) {
        JsonNode node = tree;
        for (Object step : path) {
            node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
        }
        return node;
    }
}
