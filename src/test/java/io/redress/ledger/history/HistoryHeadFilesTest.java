package io.redress.ledger.history;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.due.DueWorkPlanner;
import io.redress.due.StepResult;
import io.redress.history.HistoryHeadFiles;
import io.redress.history.HistoryHeadStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are looked at as docs/history.md tells others to: with openssl and Python, without anything of ours. */
class HistoryHeadFilesTest extends HistoryFixture {

    @TempDir
    Path home;

    private final List<String> planned = new ArrayList<>();

    private Path folder() {
        return home.resolve("outbox").resolve("history");
    }

    private HistoryHeadStep step() {
        DueWorkPlanner planner = new DueWorkPlanner() {
            @Override
            public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
                planned.add(argument + " at " + at);
            }

            @Override
            public boolean move(String kind, String ticketNumber, String key, Instant at) {
                return false;
            }

            @Override
            public void cancel(String kind, String ticketNumber, String reason) {}
        };
        return new HistoryHeadStep(heads, new HistoryHeadFiles(folder(), key), planner, clock);
    }

    private StepResult perform(String day) {
        return step().perform(new DueOrder("id", "history-head", "-", day, "token", 1));
    }

    private void threeHeads() {
        for (int day = 1; day <= 3; day++) {
            lived("R-26070" + day + "-AAAAAA");
            clock.set(NOON.plus(Duration.ofDays(day)));
            assertThat(perform("2026-07-0" + day)).isInstanceOf(StepResult.Done.class);
        }
    }

    @Test
    void a_head_is_made_after_its_day_and_the_next_one_is_planned() {
        assertThat(perform("2026-07-01")).isEqualTo(new StepResult.NotYet(Instant.parse("2026-07-02T00:05:00Z")));
        threeHeads();
        assertThat(planned).last().isEqualTo("2026-07-04 at 2026-07-05T00:05:00Z");
        assertThat(perform("2026-07-02")).isInstanceOf(StepResult.Skipped.class);
    }

    @Test
    void only_the_hubs_user_reads_the_files() throws IOException {
        threeHeads();
        assertThat(Files.getPosixFilePermissions(folder())).isEqualTo(fromString("rwx------"));
        try (var files = Files.list(folder())) {
            assertThat(files.toList()).hasSize(10).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(fromString("rw-------")));
        }
    }

    @Test
    void anybody_can_verify_a_signature_with_openssl() throws Exception {
        threeHeads();
        assertThat(openssl("2026-07-02.head", "2026-07-02.sig")).isZero();
        assertThat(openssl("2026-07-02.head", "2026-07-03.sig")).isNotZero();
        Files.writeString(
                folder().resolve("2026-07-02.head"),
                Files.readString(folder().resolve("2026-07-02.head")).replace("histories 1", "histories 0"));
        assertThat(openssl("2026-07-02.head", "2026-07-02.sig")).isNotZero();
    }

    private int openssl(String head, String signature) throws Exception {
        return run(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                "history-key.pem",
                "-rawin",
                "-in",
                head,
                "-sigfile",
                signature);
    }

    @Test
    void anybody_can_follow_the_heads_with_the_script_of_the_document() throws Exception {
        threeHeads();
        assertThat(python()).isZero();
        Path leaves = folder().resolve("2026-07-01.leaves");
        String were = Files.readString(leaves);
        Files.writeString(leaves, were.replace(" 5 ", " 4 "));
        assertThat(python()).isNotZero();
        Files.writeString(leaves, were);
        Files.delete(folder().resolve("2026-07-02.head"));
        assertThat(python()).isNotZero();
    }

    private int python() throws Exception {
        String document = Files.readString(Path.of("docs/history.md"));
        int begin = document.indexOf("```python\n") + "```python\n".length();
        String script = document.substring(begin, document.indexOf("```", begin));
        return run("python3", "-c", script);
    }

    private int run(String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder().toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort(command[0] + " is not installed");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(output).doesNotContain("SyntaxError", "unknown option");
        return code;
    }
}
