package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.sender.RequestFilter;
import io.redress.mapping.json.ValuePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of frames of a kind.
 *
 * @param when a frame is one of them
 * @param message where its message is; null for a kind without messages
 * @param answer what the platform is told, of a message when it is on disk; null where it is told nothing
 * @param renew whether the platform is about to end the connection, so that another is opened
 */
public record FrameRule(
        RequestFilter when,
        @Nullable FramePath message,
        @Nullable FrameAnswer answer,
        boolean renew) {

    boolean fits(ObjectNode frame) {
        return when.unmet(name -> values(name, frame)).isEmpty();
    }

    private static List<String> values(String name, ObjectNode frame) {
        ValuePath path = ValuePath.parse(name);
        return path == null ? List.of() : path.values(frame);
    }

    /** Whether frames of this kind contain a message. */
    public boolean hasMessage() {
        return message != null;
    }

    /** A frame's message; empty where it is missing, or is not a JSON object. */
    public Optional<FrameMessage> message(ObjectNode frame) {
        return message == null ? Optional.empty() : message.message(frame);
    }

    /** What the platform is told of a frame; null where it is told nothing. */
    public @Nullable String answer(ObjectNode frame) {
        return answer == null ? null : answer.to(frame);
    }
}
