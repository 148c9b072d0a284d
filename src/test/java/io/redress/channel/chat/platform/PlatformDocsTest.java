package io.redress.channel.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "later: {error.code: [busy, slow-down]} | later: {error.code: [busy]} | later:",
                "later: {error.code: [busy, slow-down]} | never: {error.code: blocked} | never:",
                "later: {error.code: [busy, slow-down]} | later: {status: 429}        | expired:"
            })
    void codes_in_a_body_need_one_that_means_sent(String right, String wrong, String line) throws Exception {
        String file = documented().replace("  done: {ok: \"true\"}\n", "").replace(right, wrong);
        if (!line.equals("expired:")) {
            file = file.replace("  expired: {error.code: expired}\n", "");
        }
        List<String> lines = write(file).lines().toList();

        var refused = catchThrowableOfType(InvalidConfiguration.class, () -> Platforms.read(Platforms.folder(config)));

        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).contains("would count as sent", "write done under send");
            assertThat(lines.get(finding.line() - 1)).contains(line);
        });
    }

    @Test
    void a_platform_that_reports_errors_by_its_status_alone_needs_no_code_that_means_sent() throws Exception {
        write(documented()
                .replace("  done: {ok: \"true\"}\n", "")
                .replace("  expired: {error.code: expired}\n", "  expired: {status: 401}\n")
                .replace("later: {error.code: [busy, slow-down]}", "later: {status: 429}"));

        assertThat(Platforms.read(Platforms.folder(config))
                        .get("parcelchat")
                        .outbound()
                        .namesToSend())
                .contains("app");
    }

    private static String documented() throws IOException {
        Matcher block = DESCRIPTION.matcher(Files.readString(Path.of("docs/platforms.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String write(String platform) throws IOException {
        Files.createDirectories(config.resolve("platforms"));
        Files.writeString(config.resolve("platforms/parcelchat.yaml"), platform);
        return platform;
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
