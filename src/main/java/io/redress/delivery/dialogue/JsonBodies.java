package io.redress.delivery.dialogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.delivery.TargetUnavailable;
import java.io.IOException;

/** JSON as systems downstream speak it. */
public final class JsonBodies {

    /** More than any system says in one answer; a file that a customer sent may be JSON, too, and all brackets. */
    private static final long MOST_TOKENS = 1_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
            .build());

    private JsonBodies() {}

    /** Writes maps, lists, texts and numbers. */
    public static String written(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers can always be written", e);
        }
    }

    /** A missing node when it is not JSON, or endless. */
    static JsonNode readOrMissing(byte[] answer) {
        try {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** @throws TargetUnavailable when it is not JSON: half an answer, or the page of a proxy */
    static JsonNode read(byte[] answer) {
        try {
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new TargetUnavailable("the answer is not JSON: is the address right, or a proxy in between?", null);
        }
    }
}
