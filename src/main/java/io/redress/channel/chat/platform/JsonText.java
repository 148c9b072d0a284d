package io.redress.channel.chat.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON that the hub writes. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    static String object(String name, String value) {
        return new String(bytes(Map.of(name, value)), StandardCharsets.UTF_8);
    }

    static byte[] bytes(JsonNode node) {
        return bytes((Object) node);
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and what was read as JSON can be written", e);
        }
    }
}
