package io.redress.channel.device;

import io.redress.channel.chat.SanitizedText;
import io.redress.configfile.DurationParser;
import io.redress.intake.RawMessage;
import io.redress.intake.device.FaultLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.jspecify.annotations.Nullable;

/** The attributes that a channel of devices gives its messages; those that it is told are named as its parameters are. */
final class DeviceAttributes {

    static final String MAPPING = "mapping";
    static final String FLAP_TIME = "flapTime";
    static final String TICKETS = "ticketsPerDevice";
    static final String WINDOW = "window";
    static final String NEW_DEVICES = "newDevices";
    static final String TOPIC_LEVEL = "deviceTopicLevel";
    static final String MAX_BYTES = "maxBytes";
    static final String TOPIC = "topic";
    static final String CONTENT_TYPE = "content-type";
    static final String PROPERTY = "property.";
    static final String RETAINED = "retained";
    static final String REDELIVERED = "redelivered";
    /** How many bytes a message had that was too big. */
    static final String CUT = "cut";

    private static final int LONGEST_VALUE = 1_000;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_PROPERTIES = 20;
    static final int MOST_LEVELS = 16;

    private DeviceAttributes() {}

    /** What only the transport knows of a message. */
    static Map<String, String> of(DeviceMessage message) {
        var attributes = new HashMap<String, String>();
        attributes.put(TOPIC, value(message.topic()));
        if (message.retained()) {
            attributes.put(RETAINED, "true");
        }
        if (message.redelivered()) {
            attributes.put(REDELIVERED, "true");
        }
        if (message.contentType() != null) {
            attributes.put(CONTENT_TYPE, value(message.contentType()));
        }
        message.properties().entrySet().stream()
                .filter(property -> property.getKey().length() <= LONGEST_NAME)
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_PROPERTIES)
                .forEach(property ->
                        attributes.put(PROPERTY + SanitizedText.clean(property.getKey()), value(property.getValue())));
        return attributes;
    }

    /** What a mapping may name beside the payload: {@code topic}, {@code topic.1} for its first level …, {@code property.x}. */
    static Map<String, String> beside(RawMessage raw) {
        var beside = new HashMap<String, String>();
        raw.attributes().forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
                beside.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        String topic = raw.attribute(TOPIC);
        if (topic != null) {
            beside.put(TOPIC, topic);
            String[] levels = topic.split("/", MOST_LEVELS + 1);
            for (int level = 0; level < Math.min(levels.length, MOST_LEVELS); level++) {
                beside.put(TOPIC + "." + (level + 1), levels[level]);
            }
        }
        return beside;
    }

    /** Those of the channel; the usual ones where it gives none, as in an item put in by hand. */
    static FaultLimits limits(RawMessage raw) {
        FaultLimits usual = FaultLimits.usual();
        return new FaultLimits(
                time(raw.attribute(FLAP_TIME), usual.flapTime()),
                Math.max(1, NumberUtils.toInt(raw.attribute(TICKETS), usual.tickets())),
                time(raw.attribute(WINDOW), usual.window()),
                Math.max(1, NumberUtils.toInt(raw.attribute(NEW_DEVICES), usual.newDevices())));
    }

    /** The level of the topic that names the device; 0 where its message does. */
    static int topicLevel(RawMessage raw) {
        return NumberUtils.toInt(raw.attribute(TOPIC_LEVEL), 0);
    }

    /** What a level of the topic says; empty where there is no such level. */
    static String level(RawMessage raw, int level) {
        return beside(raw).getOrDefault(TOPIC + "." + level, "");
    }

    private static Duration time(@Nullable String written, Duration usual) {
        Duration time = written == null ? null : DurationParser.parse(written);
        return time == null ? usual : time;
    }

    private static String value(String text) {
        return StringUtils.truncate(SanitizedText.clean(text), LONGEST_VALUE);
    }
}
