package io.redress.channel.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.intake.RawMessage;
import java.util.Optional;

/** CloudEvents 1.0 over MQTT: structured as one JSON object, or, by MQTT 5, with the event's attributes as user properties. */
final class CloudEvent {

    private static final String VERSION = "specversion";
    private static final String SOURCE = "source";
    private static final String ID = "id";

    private CloudEvent() {}

    /** The event as one object, its payload under {@code data}; what is not a binary event as it is. */
    static ObjectNode structured(RawMessage raw, ObjectNode payload) {
        if (raw.attribute(DeviceAttributes.PROPERTY + VERSION) == null || payload.has(VERSION)) {
            return payload;
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        raw.attributes().forEach((name, value) -> {
            if (name.startsWith(DeviceAttributes.PROPERTY)) {
                event.put(name.substring(DeviceAttributes.PROPERTY.length()), value);
            }
        });
        return event.set("data", payload);
    }

    /** Source and id, which together are unique; empty for what is not an event. */
    static Optional<String> key(ObjectNode event) {
        String source = text(event, SOURCE);
        String id = text(event, ID);
        return text(event, VERSION).isEmpty() || source.isEmpty() || id.isEmpty()
                ? Optional.empty()
                : Optional.of(source + ' ' + id);
    }

    private static String text(ObjectNode event, String name) {
        JsonNode value = event.path(name);
        return value.isTextual() ? value.textValue() : "";
    }
}
