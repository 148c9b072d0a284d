package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.mapping.Mappings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of a post ({@code <case>.http}: its Content-Type, an empty line, its body) and what is read in it. */
class WebFormNormalizerTest {

    private static final Path CASES = Path.of("src/test/resources/channel/web-form");
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper VIEW = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private final WebFormNormalizer normalizer =
            new WebFormNormalizer(Mappings.read(Path.of("config/mappings")), () -> false);

    static Stream<String> cases() throws IOException {
        try (var files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".http"))
                    .map(name -> name.replace(".http", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_post_is_read_as_expected(String name) throws IOException {
        byte[] post = Files.readAllBytes(CASES.resolve(name + ".http"));
        String text = new String(post, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String contentType = text.substring("Content-Type: ".length(), end);

        NormalizationResult result = read(contentType, Arrays.copyOfRange(post, end + 4, post.length), null);

        JsonNode expected = YAML.readTree(CASES.resolve(name + ".expected.yaml").toFile());
        if (result instanceof Refusal refusal) {
            assertThat(refusal.state().key()).isEqualTo(expected.path("refused").asText());
            assertThat(refusal.reason()).contains(expected.path("reason").asText());
        } else {
            assertThat(YAML.writeValueAsString(view((CanonicalComplaint) result)))
                    .isEqualTo(YAML.writeValueAsString(expected));
        }
    }

    @Test
    void the_key_that_the_channel_gave_comes_before_all_others() {
        byte[] post = "{\"text\":\"x\",\"phone\":\"1\"}".getBytes(StandardCharsets.UTF_8);

        var reading = (CanonicalComplaint) read("application/json", post, "given");

        assertThat(reading.sourceKey()).isEqualTo("given");
    }

    private NormalizationResult read(String contentType, byte[] post, String sourceKey) {
        var raw = new RawMessage(
                "item-1",
                "R-261122-000001",
                "complaint-form",
                "web-form",
                Instant.EPOCH,
                sourceKey,
                Map.of("content-type", contentType, "mapping", "complaint-form"),
                Original.inline(post));
        return normalizer.read(raw, post);
    }

    private static JsonNode view(CanonicalComplaint complaint) {
        ObjectNode view = VIEW.createObjectNode();
        view.put("sourceKey", complaint.sourceKey());
        view.set("customer", VIEW.valueToTree(complaint.customer()));
        JsonNode product = VIEW.valueToTree(complaint.product());
        if (!product.isEmpty()) {
            view.set("product", product);
        }
        view.set("complaint", VIEW.valueToTree(complaint.complaint()));
        complaint.evidence().forEach(file -> {
            ObjectNode shown = view.withArray("evidence").addObject();
            if (file.name() != null) {
                shown.put("name", file.name());
            }
            shown.put("contentType", file.contentType()).put("size", file.bytes().length);
        });
        complaint.references().forEach(view.withArray("references")::add);
        if (complaint.references().isEmpty()) {
            view.remove("references");
        }
        view.put("acknowledge", complaint.acknowledge());
        return view;
    }
}
