package io.redress.channel.device;

import java.util.Map;

/**
 * What is handed off of a message.
 *
 * @param original the payload; of one that is too big, its beginning
 * @param group of the messages that are judged in their order: those of one topic
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the hand-off, never compared
public record DeviceArrival(byte[] original, Map<String, String> attributes, String group) {
    public DeviceArrival {
        attributes = Map.copyOf(attributes);
    }
}
