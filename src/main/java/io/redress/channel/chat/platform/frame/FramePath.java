package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.dialogue.JsonBodies;
import io.redress.mapping.json.UntrustedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a part of a frame: members with full stops between them; behind {@code |json} it is JSON that stands in a string.
 *
 * @param isText whether it is JSON in a string
 */
record FramePath(List<String> members, boolean isText) {

    private static final String AS_TEXT = "|json";
    private static final Pattern MEMBERS = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** Null for what is none. */
    static @Nullable FramePath parse(String written) {
        boolean isText = written.endsWith(AS_TEXT);
        String way = isText ? written.substring(0, written.length() - AS_TEXT.length()) : written;
        return MEMBERS.matcher(way).matches() ? new FramePath(List.of(way.split("\\.")), isText) : null;
    }

    /** What is there; a missing node where nothing is. */
    JsonNode in(ObjectNode frame) {
        JsonNode node = frame;
        for (String member : members) {
            node = node.path(member);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** The object that is there, with its bytes: of JSON in a string those of the string. Empty where there is none. */
    Optional<FrameMessage> message(ObjectNode frame) {
        JsonNode node = in(frame);
        if (isText) {
            byte[] bytes = node.isTextual() ? node.asText().getBytes(StandardCharsets.UTF_8) : new byte[0];
            return UntrustedJson.read(bytes).map(body -> new FrameMessage(body, bytes));
        }
        return node instanceof ObjectNode body
                ? Optional.of(new FrameMessage(body, JsonBodies.written(body).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
