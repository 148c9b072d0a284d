package io.redress.channel.chat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message whose sender is proven.
 *
 * @param original what is archived, and what a replay reads
 * @param attributes of the channel, which the normalizer needs
 * @param sourceKey the sender's id of the message; null when the normalizer finds it in the original
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReceivedEvent(
        byte[] original,
        Map<String, String> attributes,
        @Nullable String sourceKey) implements WebhookOutcome {

    public ReceivedEvent {
        attributes = Map.copyOf(attributes);
    }

    /** The same, of which the sender's file says that it is no complaint. */
    ReceivedEvent ignored() {
        var marked = new HashMap<>(attributes);
        marked.put(ChatAttributes.IGNORED, "true");
        return new ReceivedEvent(original, marked, sourceKey);
    }

    @Override
    public boolean arrived() {
        return true;
    }
}
