package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code <case>.eml} reads as {@code <case>.expected.yaml} says, in every member. */
class EmailNormalizerTest {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    static Stream<Path> mails() throws IOException {
        return MailFixtures.mails().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_reads_as_expected(Path mail) throws IOException {
        Path expected = Path.of(mail.toString().replace(".eml", ".expected.yaml"));
        Map<String, Object> reading = NormalizationView.of(MailFixtures.read(Files.readAllBytes(mail)));
        assertThat(YAML.writeValueAsString(reading)).isEqualTo(Files.readString(expected));
    }
}
