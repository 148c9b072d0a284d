package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.FixedAnswer;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import io.redress.mapping.Mappings;
import io.redress.mapping.json.JsonSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of one call of a webhook: LINE, for example, sends those of several customers together. */
public final class WebhookEventSplitter {

    /** More of them, or of their bytes, no call may bring: what stands beside the list is kept with each event. */
    static final int MOST = 500;

    static final long MOST_BYTES = 4L * WebhookChannel.LARGEST;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mappings mappings;
    private final Senders senders;

    public WebhookEventSplitter(Mappings mappings, Senders senders) {
        this.mappings = mappings;
        this.senders = senders;
    }

    /**
     * One arrival for each event, the first under the call's own key, so that a repeated call is recognised; the call as it
     * came when it brings only one.
     *
     * @return {@link ReceivedEvents}, or a {@link WebhookResponse}: the one that was given, that the call brings too many, or
     *     the answer to one whose events are all silent
     */
    public WebhookOutcome of(WebhookOutcome call) {
        if (!(call instanceof ReceivedEvent receivedEvent)) {
            return call;
        }
        Map<String, String> attributes = receivedEvent.attributes();
        Sender sender = senders.get(attributes.getOrDefault(ChatAttributes.SENDER, Sender.STANDARD));
        String mapping = ChatAttributes.mapping(attributes.get(ChatAttributes.MAPPING), sender);
        Optional<ObjectNode> body = BodyFormat.of(attributes.get(BodyFormat.ATTRIBUTE))
                .read(receivedEvent.original(), attributes.get(ChatAttributes.CONTENT_TYPE));
        if (body.isEmpty()) {
            return new ReceivedEvents(List.of(receivedEvent));
        }
        List<ObjectNode> events = mappings.get(mapping).divide(body.get());
        if (events.isEmpty() || events.size() > MOST) {
            return tooMany();
        }
        Map<String, String> headers = ChatAttributes.headers(attributes);
        if (events.stream().allMatch(event -> sender.isSilent(new JsonSource(event, headers)))) {
            return WebhookResponse.fixed(sender.answer().orElse(FixedAnswer.OK));
        }
        if (events.size() == 1) {
            boolean ignored = isIgnored(sender, events.get(0), headers);
            return new ReceivedEvents(List.of(ignored ? receivedEvent.ignored() : receivedEvent));
        }
        var ofEach = new HashMap<>(attributes);
        ofEach.remove(BodyFormat.ATTRIBUTE); // each is written as JSON
        List<String> keys = sender.keys(events, headers);
        var each = new ArrayList<ReceivedEvent>();
        long bytes = 0;
        for (int i = 0; i < events.size(); i++) {
            byte[] original = written(events.get(i));
            bytes += original.length;
            if (bytes > MOST_BYTES) {
                return tooMany();
            }
            if (!sender.isSilent(new JsonSource(events.get(i), headers))) {
                String key = keys.isEmpty() ? key(receivedEvent, i) : SanitizedText.key(keys.get(i));
                var one = new ReceivedEvent(original, ofEach, key);
                each.add(isIgnored(sender, events.get(i), headers) ? one.ignored() : one);
            }
        }
        return new ReceivedEvents(each);
    }

    private static boolean isIgnored(Sender sender, ObjectNode event, Map<String, String> headers) {
        return sender.noComplaint(new JsonSource(event, headers)).isPresent();
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
