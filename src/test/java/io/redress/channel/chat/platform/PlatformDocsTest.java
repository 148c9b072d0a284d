package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/platforms.md} shows. */
class PlatformDocsTest {

    private static final Pattern DESCRIPTION =
            Pattern.compile("```yaml\\n(# yaml-language-server: [^\\n]*platform[.]schema.*?)```", Pattern.DOTALL);

    @TempDir
    Path config;

    @Test
    void the_platform_of_the_documentation_is_as_its_examples_say() throws Exception {
        write(documented());

        assertThat(PlatformExamplesCheck.findings(config)).isEmpty();
        Platform platform = Platforms.read(Platforms.folder(config)).get("parcelchat");
        assertThat(platform.receiving()).containsExactly("secret");
        assertThat(platform.outbound().namesToSend()).contains("app", "app-key", "api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "means: later}          | means: never}           | - {status: 429 | the answer 429",
                "sentAt: \"2026-11-28T10:00:00Z\"} | sentAt: now} | fields: | sentAt",
                "{body}\"               | {body}x\"               | gives: message | fits no secret",
                "text: The lid leaks,   | text: \"The lid\\nleaks\", | fields: | not 'The lid\\nleaks'",
                "x-parcel-signature: d8 | x-parcel-signature: v1=d8 | gives: message | not hex; a text that always stands before it is its prefix",
                "messages: 2            | messages: 3             | messages: 3    | the request has 2 messages"
            })
    void what_an_example_does_not_give_is_told_in_one_line_where_it_stands(
            String right, String wrong, String line, String told) throws Exception {
        String file = documented().replace(right, wrong);
        write(file);

        assertThat(PlatformExamplesCheck.findings(config)).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).contains(told).doesNotContain("\n");
            assertThat(file.lines().toList().get(finding.line() - 1)).contains(line);
        });
    }

    private static String documented() throws IOException {
        Matcher block = DESCRIPTION.matcher(Files.readString(Path.of("docs/platforms.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private void write(String platform) throws IOException {
        Files.createDirectories(config.resolve("platforms"));
        Files.writeString(config.resolve("platforms/parcelchat.yaml"), platform);
    }

    @Test
    void so_is_the_gateway_of_text_messages() throws Exception {
        Matcher block = DESCRIPTION.matcher(Files.readString(Path.of("docs/sms.md")));
        assertThat(block.find()).isTrue();
        Files.createDirectories(config.resolve("platforms"));
        Files.writeString(config.resolve("platforms/huaxun.yaml"), block.group(1));

        assertThat(PlatformExamplesCheck.findings(config)).isEmpty();
        assertThat(Platforms.read(Platforms.folder(config)).get("huaxun").sms()).isNotNull();
    }
}
