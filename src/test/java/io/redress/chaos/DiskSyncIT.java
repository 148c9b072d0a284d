package io.redress.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.blackbox.HubProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a {@code kill -9} does not test: that each 202 was written after the broker's journal was synced. One sender, one
 * form at a time, each sent when what the one before caused is over; strace tells the hub's syncs and answers in order.
 */
@Tag("chaos")
class DiskSyncIT {

    private static final int FORMS = 20;
    private static final Pattern JOURNAL_SYNC = Pattern.compile(" (fsync|fdatasync)\\(.*/data/broker/db-\\d+\\.log");

    @TempDir
    Path folder;

    @Test
    void every_accepted_form_was_synced_to_the_journal_before_its_answer() throws Exception {
        assumeTrue(ShellCommand.run("strace", "-V").code() == 0, "strace is not installed: apt-get install strace");
        Path trace = folder.resolve("trace");
        try (var hub = new HubProcess(folder)
                .by("env", "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1")
                .start()) {
            for (int i = 0; i < 3; i++) {
                complain(hub, -1 - i); // so that what happens only once has happened
            }
            settled(hub);
            Process strace = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-y",
                            "-e",
                            "trace=write,fsync,fdatasync",
                            "-e",
                            "signal=none",
                            "-s",
                            "12",
                            "-o",
                            trace.toString(),
                            "-p",
                            String.valueOf(hub.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assumeTrue(!strace.waitFor(3, TimeUnit.SECONDS), "strace may not trace another process here");
            for (int i = 0; i < FORMS; i++) {
                complain(hub, i);
                settled(hub);
            }
            strace.destroy();
            strace.waitFor();
        }
        List<Integer> syncs = syncsBeforeEachAnswer(trace);
        System.out.println("syncs of the broker's journal before each 202: " + syncs);
        assertThat(syncs).hasSize(FORMS).allMatch(count -> count >= 1);
    }

    /** Syncs that had ended between the last answer before, that of a poll which found the hub idle, and each 202. */
    private static List<Integer> syncsBeforeEachAnswer(Path trace) throws Exception {
        var syncs = new ArrayList<Integer>();
        var begun = new HashSet<String>();
        int count = 0;
        for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
            String thread = line.substring(0, line.indexOf(' '));
            if (JOURNAL_SYNC.matcher(line).find()) {
                if (line.endsWith("= 0")) {
                    count++;
                } else {
                    begun.add(thread);
                }
            } else if (line.contains("sync resumed>") && begun.remove(thread) && line.endsWith("= 0")) {
                count++;
            } else if (line.contains("\"HTTP/1.1 202")) {
                syncs.add(count);
                count = 0;
            } else if (line.contains("\"HTTP/1.1 200")) {
                count = 0;
            }
        }
        return syncs;
    }

    private static void settled(HubProcess hub) {
        var hubRecords = new HubRecords(hub);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> hubRecords.intake() == 0);
    }

    private static void complain(HubProcess hub, int number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.uri("/complaints"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"text\":\"The kettle is broken, number " + number + "\",\"phone\":\"13800138000\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
