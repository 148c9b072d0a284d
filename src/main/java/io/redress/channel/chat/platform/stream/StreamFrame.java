package io.redress.channel.chat.platform.stream;

import io.redress.channel.chat.ReceivedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frame comes to.
 *
 * @param events messages of customers; some only of {@link Kind#MESSAGES}
 * @param answer what the platform is told, of messages when they are on disk; null where it is told nothing
 * @param problem why it cannot be taken; empty where it can
 */
public record StreamFrame(
        Kind kind, List<ReceivedEvent> events, @Nullable String answer, String problem) {

    /** What is done with it. */
    public enum Kind {
        /** Hand its messages off, then answer. */
        MESSAGES,
        /** Answer, if there is an answer. */
        NOTHING,
        /** The platform ends the connection: open another. */
        RENEW,
        /** It is not answered, so that the platform sends it again as long as it does. */
        UNREADABLE
    }

    public StreamFrame {
        events = List.copyOf(events);
    }

    static StreamFrame nothing(@Nullable String answer) {
        return new StreamFrame(Kind.NOTHING, List.of(), answer, "");
    }

    static StreamFrame unreadable(String problem) {
        return new StreamFrame(Kind.UNREADABLE, List.of(), null, problem);
    }
}
