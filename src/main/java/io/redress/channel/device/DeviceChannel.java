package io.redress.channel.device;

import io.redress.configfile.DurationParser;
import io.redress.intake.device.FaultLimits;
import io.redress.mapping.json.UntrustedJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** The end of a channel of devices: makes arrivals of messages. It reads no further than their size. */
public final class DeviceChannel {

    /** Bytes; no channel may allow more, and no broker sends us more. */
    public static final int LARGEST = UntrustedJson.LONGEST_TEXT;

    private final Map<String, String> settings;
    private final int maxBytes;

    /**
     * The end of one channel.
     *
     * @param mapping name of a file in {@code config/mappings}
     * @param flapTime see {@link FaultLimits}; as {@link DurationParser} reads it, as is {@code window}
     * @param maxBytes the largest message taken whole, 1 to {@link #LARGEST}
     * @param deviceTopicLevel of the topic that names the device, 1 to 16; 0 where the mapping alone does
     * @param newDevices see {@link FaultLimits}
     * @throws IllegalArgumentException when a value cannot be used
     */
    public DeviceChannel(
            String mapping,
            String flapTime,
            int ticketsPerDevice,
            String window,
            int maxBytes,
            int deviceTopicLevel,
            int newDevices) {
        if (maxBytes < 1 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ": write 1 to " + LARGEST);
        }
        if (deviceTopicLevel < 0 || deviceTopicLevel > DeviceAttributes.MOST_LEVELS) {
            throw new IllegalArgumentException(
                    "deviceTopicLevel is " + deviceTopicLevel + ": write 0 to " + DeviceAttributes.MOST_LEVELS);
        }
        var limits = new FaultLimits(time("flapTime", flapTime), ticketsPerDevice, time("window", window), newDevices);
        this.maxBytes = maxBytes;
        this.settings = Map.of(
                DeviceAttributes.MAPPING, mapping,
                DeviceAttributes.FLAP_TIME, limits.flapTime().toString(),
                DeviceAttributes.TICKETS, Integer.toString(limits.tickets()),
                DeviceAttributes.WINDOW, limits.window().toString(),
                DeviceAttributes.NEW_DEVICES, Integer.toString(limits.newDevices()),
                DeviceAttributes.TOPIC_LEVEL, Integer.toString(deviceTopicLevel));
    }

    /** What is to be handed off of a message, whatever it holds. */
    public DeviceArrival accept(DeviceMessage message) {
        var attributes = new HashMap<>(DeviceAttributes.of(message));
        attributes.putAll(settings);
        byte[] payload = message.payload();
        if (payload.length > maxBytes) {
            attributes.put(DeviceAttributes.CUT, Integer.toString(payload.length));
            attributes.put(DeviceAttributes.MAX_BYTES, Integer.toString(maxBytes));
            payload = Arrays.copyOf(payload, maxBytes);
        }
        return new DeviceArrival(payload, attributes, DigestUtils.sha256Hex(message.topic()));
    }

    private static Duration time(String name, String written) {
        Duration time = DurationParser.parse(written);
        if (time == null) {
            throw new IllegalArgumentException(name + " is not a length of time: write " + DurationParser.FORMS);
        }
        return time;
    }
}
