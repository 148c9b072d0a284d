package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.sender.Senders;
import io.redress.configfile.Finding;
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
import org.springframework.util.FileSystemUtils;

/** What the examples of a sender's file say, holds, or {@code check} tells. */
class SenderExamplesTest {

    @TempDir
    Path folder;

    @Test
    void every_example_that_is_shipped_gives_what_it_says() {
        assertThat(SenderExamplesCheck.findings(Path.of("config"))).isEmpty();
    }

    @Test
    void every_sender_that_is_shipped_shows_a_complaint() throws IOException {
        try (var files = Files.list(Path.of("config/senders"))) {
            assertThat(files).hasSize(10).allSatisfy(file -> assertThat(Files.readString(file))
                    .contains("gives: complaint"));
        }
    }

    @Test
    void the_sender_of_the_documentation_gives_what_it_says() throws IOException {
        Matcher blocks = Pattern.compile("```yaml\\n(# yaml-language-server.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/webhooks.md")));
        for (String kind : List.of("senders", "mappings")) {
            assertThat(blocks.find()).isTrue();
            Files.writeString(Files.createDirectories(folder.resolve(kind)).resolve("kiosk.yaml"), blocks.group(1));
        }

        assertThat(Senders.read(folder.resolve("senders")).get("kiosk").examples())
                .hasSize(1);
        assertThat(SenderExamplesCheck.findings(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "salesforce.yaml | gives: complaint | gives: ignored | gives 'complaint', not 'ignored'",
                "github.yaml | opened\", \"issue | opened\",  \"issue | gives 'refused', not 'complaint'",
                "github.yaml | complaint.subject: Kettle leaks | complaint.subject: Cup | gives complaint.subject 'Kettle leaks', not 'Cup'",
                "zendesk.yaml | at: 2026-11-28T10:01:00Z | at: 2026-11-28T10:06:00Z | is more than 300 s from the time here",
                "jotform.yaml | secret: example-secret-0001 | secret: short | of 5 characters can be guessed",
                "github.yaml | complaint.subject: | complaint.sbject: | gives no complaint.sbject",
                "salesforce.yaml | gives: complaint | 'gives: complaint\n    complaints: 2' | gives 1 complaints, not 2"
            })
    void an_example_that_gives_something_else_is_told_with_its_line(
            String file, String written, String changed, String problem) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config/senders"), folder.resolve("senders"));
        FileSystemUtils.copyRecursively(Path.of("config/mappings"), folder.resolve("mappings"));
        Path edited = folder.resolve("senders").resolve(file);
        String text = Files.readString(edited);
        assertThat(text).contains(written);
        Files.writeString(edited, text.replaceFirst(Pattern.quote(written), changed));

        List<Finding> findings = SenderExamplesCheck.findings(folder);

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(edited);
            assertThat(finding.line()).isGreaterThan(5);
            assertThat(finding.problem()).contains(problem);
        });
    }
}
