package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.sender.Senders;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code <case>} in the folders of the three formats reads as its {@code <case>.expected.yaml} says. */
class ChatFixturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/channel/chat");
    private static final Map<String, Normalizer> NORMALIZERS = Map.of(
            "webhook",
            new WebhookNormalizer(Mappings.read(Path.of("config/mappings")), Senders.standard()),
            "wecom",
            new PlatformNormalizer(Platforms.read(Path.of("config/platforms")), "wecom", "wecom"),
            "conversation",
            new ConversationNormalizer());
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .addMixIn(CanonicalComplaint.class, WithoutHints.class)
            .build();

    /** Only rows of files say what they are. */
    @JsonIgnoreProperties("hints")
    private interface WithoutHints {}

    static Stream<Path> cases() throws IOException {
        try (var files = Files.walk(FOLDER, 2)) {
            return files
                    .filter(file -> NORMALIZERS.containsKey(
                            file.getParent().getFileName().toString()))
                    .filter(file -> !file.toString().endsWith(".expected.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reads_as_expected(Path file) throws IOException {
        String format = file.getParent().getFileName().toString();
        byte[] original = Files.readAllBytes(file);
        var raw = new RawMessage(
                "0193526e-0000-7000-8000-000000000001",
                "R-261122-ABCDEF",
                "partner",
                format,
                Instant.parse("2026-11-22T04:00:00Z"),
                format.equals("webhook") ? "msg_1" : null,
                Map.of("mapping", "webhook", "quiet-time", file.toString().contains("at-once") ? "PT0S" : "PT2M"),
                Original.inline(original));

        NormalizationResult result = NORMALIZERS.get(format).read(raw, original);

        ObjectNode actual = YAML.createObjectNode();
        actual.set(result.getClass().getSimpleName(), YAML.valueToTree(result));
        Path expected = Path.of(file.toString().replaceAll("\\.[a-z]+$", ".expected.yaml"));
        JsonNode wanted = Files.exists(expected) ? YAML.readTree(Files.readString(expected)) : YAML.nullNode();
        assertThat(YAML.writeValueAsString(actual)).isEqualTo(YAML.writeValueAsString(wanted));
    }
}
