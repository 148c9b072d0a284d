package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.intake.ChatMessage;
import java.io.IOException;
import java.util.List;

/**
 * The messages of one conversation, as the original of the item that they become.
 *
 * @param v of this form, 1; members may be added within it
 * @param messages in the order of their platform's time
 */
public record ChatTranscript(int v, List<ChatMessage> messages) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public ChatTranscript {
        messages = List.copyOf(messages);
    }

    public static ChatTranscript of(List<ChatMessage> messages) {
        return new ChatTranscript(1, messages);
    }

    public byte[] toJson() {
        return write(this);
    }

    /**
     * The transcript in these bytes.
     *
     * @throws IOException when they are none
     */
    public static ChatTranscript fromJson(byte[] json) throws IOException {
        return JSON.readValue(json, ChatTranscript.class);
    }

    /** One message, as a store keeps it until its conversation is over. */
    public static byte[] write(ChatMessage message) {
        return write((Object) message);
    }

    /**
     * A message that {@link #write(ChatMessage)} wrote.
     *
     * @throws IOException when the bytes are none
     */
    public static ChatMessage message(byte[] json) throws IOException {
        return JSON.readValue(json, ChatMessage.class);
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings, times and bytes can always be written", e);
        }
    }
}
