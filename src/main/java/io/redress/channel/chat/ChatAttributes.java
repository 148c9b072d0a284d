package io.redress.channel.chat;

import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.ConnectedSender;
import io.redress.channel.sender.Sender;
import io.redress.configfile.DurationParser;
import io.redress.intake.RawMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** The attributes that a chat channel gives its messages. */
public final class ChatAttributes {

    /** ISO-8601 duration. */
    public static final String QUIET_TIME = "quiet-time";

    /** File name in {@code config/mappings} without its ending. */
    static final String MAPPING = "mapping";

    /** File name in {@code config/senders} without its ending; absent for {@link Sender#STANDARD}. */
    static final String SENDER = "sender";

    /** Of the call, where its body is not JSON. */
    static final String CONTENT_TYPE = "content-type";

    /** There when the sender's file said at the arrival that it is no complaint: its sender is told no number. */
    static final String IGNORED = "ignored";

    private static final int LONGEST_HEADER = 1_000;
    private static final String USUAL_MAPPING = "webhook";

    private ChatAttributes() {}

    /**
     * What the normalizer of a webhook needs beside the body.
     *
     * @param mapping that the channel names; empty for the sender's
     * @param headers that the sender's file keeps
     * @param type the content type of the call
     */
    static Map<String, String> of(
            ConnectedSender connected,
            Sender sender,
            String mapping,
            Duration quietTime,
            Map<String, String> headers,
            @Nullable String type) {
        var attributes = new HashMap<String, String>();
        headers.forEach((name, value) ->
                attributes.put(name, StringUtils.truncate(SanitizedText.clean(value), LONGEST_HEADER)));
        attributes.put(MAPPING, mapping(mapping, sender));
        attributes.put(QUIET_TIME, quietTime.toString());
        if (!connected.isStandard()) {
            attributes.put(SENDER, connected.name());
        }
        if (sender.body() != BodyFormat.JSON && type != null) {
            attributes.put(BodyFormat.ATTRIBUTE, sender.body().key());
            attributes.put(CONTENT_TYPE, type);
        }
        return attributes;
    }

    /** The headers of a call that its sender's file keeps. */
    static Map<String, String> headers(Map<String, String> attributes) {
        var headers = new HashMap<>(attributes);
        headers.keySet().removeIf(name -> !name.startsWith(Sender.HEADER));
        return headers;
    }

    /** @param named by the channel; null or empty where it leaves it to its sender */
    static String mapping(@Nullable String named, Sender sender) {
        return named == null || named.isEmpty() ? sender.mapping().orElse(USUAL_MAPPING) : named;
    }

    /** Zero when the channel gave none, or none that can be read, as in an item put in by hand. */
    public static Duration quietTime(RawMessage raw) {
        String text = raw.attribute(QUIET_TIME);
        Duration time = text == null ? null : DurationParser.parse(text);
        return time == null ? Duration.ZERO : time;
    }
}
