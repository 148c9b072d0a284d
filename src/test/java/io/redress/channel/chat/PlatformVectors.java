package io.redress.channel.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Test vectors that the platforms and their libraries published; each names its source. */
public final class PlatformVectors {

    private PlatformVectors() {}

    public static Stream<JsonNode> family(String family) {
        try (var file = PlatformVectors.class.getResourceAsStream("/channel/chat/published-vectors.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .filter(vector -> vector.path("family").asText().equals(family));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode byId(String family, String id) {
        return family(family)
                .filter(vector -> vector.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
