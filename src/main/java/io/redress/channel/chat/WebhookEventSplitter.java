package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.mapping.Mappings;
import io.redress.mapping.UntrustedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of one call of a webhook: LINE, for example, sends those of several customers together. */
public final class WebhookEventSplitter {

    /** More of them, or of their bytes, no call may bring: what stands beside the list is kept with each event. */
    static final int MOST = 500;

    static final long MOST_BYTES = 4L * WebhookChannel.LARGEST;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mappings mappings;

    public WebhookEventSplitter(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * One arrival for each event, the first under the call's own key, so that a repeated call is recognised; the call as it
     * came when it brings only one.
     *
     * @return {@link ReceivedEvents}, or an {@link WebhookResponse}: the one that was given, or that the call brings too many
     */
    public WebhookOutcome of(WebhookOutcome call) {
        if (!(call instanceof ReceivedEvent receivedEvent)) {
            return call;
        }
        String mapping = Objects.requireNonNullElse(receivedEvent.attributes().get(ChatAttributes.MAPPING), "webhook");
        List<ObjectNode> events = UntrustedJson.read(receivedEvent.original())
                .map(body -> mappings.get(mapping).divide(body))
                .orElse(List.of());
        if (events.size() == 1) {
            return new ReceivedEvents(List.of(receivedEvent));
        }
        var each = new ArrayList<ReceivedEvent>();
        long bytes = 0;
        for (ObjectNode event : events.size() > MOST ? List.<ObjectNode>of() : events) {
            byte[] original = written(event);
            bytes += original.length;
            each.add(new ReceivedEvent(original, receivedEvent.attributes(), key(receivedEvent, each.size())));
            if (bytes > MOST_BYTES) {
                return tooMany();
            }
        }
        return each.isEmpty() ? tooMany() : new ReceivedEvents(each);
    }

    private static @Nullable String key(ReceivedEvent call, int before) {
        return call.sourceKey() == null || before == 0 ? call.sourceKey() : call.sourceKey() + "#" + (before + 1);
    }

    private static WebhookResponse tooMany() {
        return WebhookResponse.problem(
                413, "Too many events", "Send at most " + MOST + " events in one call, and little beside their list.");
    }

    private static byte[] written(ObjectNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }
}
