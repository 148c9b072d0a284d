package io.redress.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.cli.CommandRun;
import io.redress.routes.file.RouteFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class CheckCommandTest {

    @AfterEach
    void forget() {
        System.clearProperty("redress.routes-dir");
        System.clearProperty("redress.config-dir");
    }

    @Test
    void what_we_ship_has_no_findings() {
        CommandRun run = CommandRun.of("check");
        assertThat(run.lines()).singleElement().asString().matches("\\d+ files checked, 0 problems");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void each_area_tells_of_its_mistakes_with_file_line_and_remedy(@TempDir Path folder) throws IOException {
        useCopyIn(folder);
        edit(folder.resolve("routes/channels/call-center.camel.yaml"), "mapping: call-center", "mapping: call-centre");
        edit(folder.resolve("config/categories.yaml"), " queue:", " quue:");
        edit(folder.resolve("config/mappings/asterisk-cdr.yaml"), "complaint.", "complant.");

        CommandRun run = CommandRun.of("check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.lines())
                .anyMatch(line ->
                        line.matches(".*/call-center\\.camel\\.yaml:\\d+: there is no mapping 'call-centre' in .*"
                                + " → did you mean 'call-center'\\?.*"))
                .anyMatch(line -> line.matches(".*/categories\\.yaml:\\d+: unknown key 'quue' → .*queue.*"))
                .anyMatch(line -> line.matches(".*/asterisk-cdr\\.yaml:\\d+: .*complant.*→.*"))
                .last()
                .asString()
                .endsWith("3 problems");
    }

    @Test
    void a_sender_that_there_is_not_and_an_example_that_does_not_hold_are_told(@TempDir Path folder)
            throws IOException {
        useCopyIn(folder);
        edit(
                folder.resolve("routes/channels/partner-webhook.camel.yaml"),
                "channel: partner-webhook",
                "channel: partner-webhook\n        sender: shopfy");
        edit(folder.resolve("config/senders/github.yaml"), "gives: refused", "gives: complaint");

        CommandRun run = CommandRun.of("check");

        assertThat(run.lines())
                .anyMatch(
                        line -> line.matches(".*/partner-webhook\\.camel\\.yaml:\\d+: there is no sender 'shopfy' in .*"
                                + " → did you mean 'shopify'\\?.*"))
                .anyMatch(line ->
                        line.matches(".*/github\\.yaml:\\d+: this example gives 'refused', not 'complaint': .*"))
                .last()
                .asString()
                .endsWith("2 problems");
    }

    @Test
    void a_zone_that_there_is_not_keeps_no_other_check_from_its_work(@TempDir Path folder) throws IOException {
        useCopyIn(folder);
        edit(folder.resolve("config/surveys.yaml"), "gap:", "gapp:");
        System.setProperty("redress.zone", "Shanghai");
        try {
            CommandRun run = CommandRun.of("check");
            assertThat(run.lines()).anyMatch(line -> line.contains("unknown key 'gapp'"));
        } finally {
            System.clearProperty("redress.zone");
        }
    }

    @Test
    void json_has_file_line_severity_message_and_remedy(@TempDir Path folder) throws IOException {
        useCopyIn(folder);
        edit(
                folder.resolve("routes/channels/complaint-form.camel.yaml"),
                "mapping: complaint-form",
                "mapping: complaint-from");
        Files.writeString(folder.resolve("config/notes.yaml"), "a: 1\n");

        CommandRun run = CommandRun.of("check", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode result = new ObjectMapper().readTree(run.lines().get(0));
        assertThat(run.lines()).hasSize(1);
        assertThat(result.path("checked").asInt()).isGreaterThan(50);
        assertThat(result.path("problems").asInt()).isEqualTo(2);
        JsonNode whole = result.path("findings").get(0);
        assertThat(whole.path("file").asText()).endsWith("config/notes.yaml");
        assertThat(whole.has("line")).isFalse();
        JsonNode finding = result.path("findings").get(1);
        assertThat(finding.path("file").asText()).endsWith("routes/channels/complaint-form.camel.yaml");
        assertThat(finding.path("line").asInt()).isEqualTo(9);
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("message").asText()).startsWith("there is no mapping 'complaint-from' in ");
        assertThat(finding.path("remedy").asText()).startsWith("did you mean 'complaint-form'?");
    }

    @Test
    void an_edit_is_judged_again_with_what_is_known_of_the_others(@TempDir Path folder) throws Exception {
        useCopyIn(folder);
        try (var round = new CheckSession(Redress.class, new PrintWriter(System.err))) {
            assertThat(round.run().problems()).isZero();
            edit(folder.resolve("config/surveys.yaml"), "gap:", "gapp:");
            round.awaitEdit();
            assertThat(round.run().errors())
                    .singleElement()
                    .asString()
                    .contains("surveys.yaml:10: unknown key 'gapp' → did you mean 'gap'?");
            edit(folder.resolve("config/surveys.yaml"), "gapp:", "gap:");
            edit(folder.resolve("routes/10-intake.camel.yaml"), "steps:", "stps:");
            round.awaitEdit();
            assertThat(round.run().errors()).singleElement().asString().contains("unknown key 'stps'");
        }
    }

    @Test
    void lines_of_the_trial_stay_out_of_the_log(@TempDir Path folder) throws IOException {
        useCopyIn(folder);
        var log = (Logger) LoggerFactory.getLogger("org.apache.camel");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        try (var wiring = new HubWiring()) {
            wiring.checker().check(new RouteFiles(folder.resolve("routes")).read());
        } finally {
            log.detachAppender(lines);
        }
        String here = Thread.currentThread().getName(); // hubs of other tests may still run in this process
        assertThat(lines.list)
                .filteredOn(line -> line.getThreadName().equals(here))
                .isEmpty();
    }

    private static void useCopyIn(Path folder) throws IOException {
        copy(Path.of("routes"), folder.resolve("routes"));
        copy(Path.of("config"), folder.resolve("config"));
        System.setProperty("redress.routes-dir", folder.resolve("routes").toString());
        System.setProperty("redress.config-dir", folder.resolve("config").toString());
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
