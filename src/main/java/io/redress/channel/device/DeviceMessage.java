package io.redress.channel.device;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as a broker delivered it.
 *
 * @param topic under which its device published it
 * @param retained whether the broker kept it for whoever subscribes later
 * @param redelivered whether the broker has delivered it before, perhaps to another node
 * @param contentType that its device declared; null when it declared none
 * @param properties that its device added (MQTT 5, user properties)
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the hand-off, never compared
public record DeviceMessage(
        String topic,
        byte[] payload,
        boolean retained,
        boolean redelivered,
        @Nullable String contentType,
        Map<String, String> properties) {
    public DeviceMessage {
        properties = Map.copyOf(properties);
    }
}
