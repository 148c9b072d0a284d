package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.dialogue.JsonBodies;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answer to a frame: JSON in which a text {@code {path}} is the frame's own value; a member without one is left out. */
final class FrameAnswer {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}\"]+)}");

    private final JsonNode written;

    private FrameAnswer(JsonNode written) {
        this.written = written;
    }

    /** @throws IllegalArgumentException naming the part in braces that is not the name of a value */
    static FrameAnswer of(JsonNode written) {
        check(written);
        return new FrameAnswer(written);
    }

    private static void check(JsonNode node) {
        if (!node.isTextual()) {
            node.forEach(FrameAnswer::check);
            return;
        }
        Matcher value = VALUE.matcher(node.asText());
        if (value.find() && (value.end() - value.start() != node.asText().length() || path(value) == null)) {
            throw new IllegalArgumentException(node.asText());
        }
    }

    private static @Nullable FramePath path(Matcher value) {
        FramePath path = FramePath.parse(value.group(1));
        return path == null || path.isText() ? null : path;
    }

    /** As it goes out. */
    String to(ObjectNode frame) {
        return JsonBodies.written(filled(written, frame));
    }

    private static JsonNode filled(JsonNode node, ObjectNode frame) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                JsonNode value = filled(member.getValue(), frame);
                if (!value.isMissingNode()) {
                    object.set(member.getKey(), value);
                }
            });
            return object;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> {
                JsonNode value = filled(element, frame);
                if (!value.isMissingNode()) {
                    list.add(value);
                }
            });
            return list;
        }
        Matcher value = VALUE.matcher(node.isTextual() ? node.asText() : "");
        FramePath path = value.matches() ? path(value) : null;
        return path == null ? node : path.in(frame);
    }
}
