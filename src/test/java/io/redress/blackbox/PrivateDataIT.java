package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the data folder is the hub's alone, whatever the umask. */
class PrivateDataIT {

    @TempDir
    Path folder;

    @Test
    void nothing_in_the_data_folder_is_open_to_others() throws Exception {
        try (var hub = new HubProcess(folder).unpackingPostgres().by("sh", "-c", "umask 000; exec \"$0\" \"$@\"")) {
            hub.launch();
            Path data = folder.resolve("data");
            await().atMost(Duration.ofMinutes(5)).until(() -> {
                assertThat(!Files.exists(data) || mode(data).equals("700"))
                        .as("from the first moment")
                        .isTrue();
                return hub.isReady();
            });
            post(hub, "x".repeat(200_000)); // bigger than what the ledger keeps itself
            Path calls = data.resolve("inbox/call-center");
            Files.copy(Path.of("src/test/resources/sandbox/calls-gbk.csv"), calls.resolve("calls.csv"));
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.isDirectory(calls.resolve("done")));
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(open(data)).isEmpty());
            assertThat(hub.log()).doesNotContain("could not be corrected");
        }
    }

    private static List<String> open(Path data) throws IOException {
        try (var paths = Files.walk(data)) {
            return paths.filter(path -> !Files.isSymbolicLink(path))
                    .filter(path -> !mode(path).endsWith("00"))
                    .map(path -> mode(path) + " " + data.relativize(path))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of("once more: " + e.getMessage()); // deleted while it was looked at
        }
    }

    private static String mode(Path path) {
        try {
            return Integer.toOctalString((int) Files.getAttribute(path, "unix:mode") & 07777);
        } catch (IOException e) {
            return "00"; // deleted meanwhile
        }
    }

    private static void post(HubProcess hub, String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.uri("/complaints"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=" + text, StandardCharsets.US_ASCII))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isIn(202, 400);
    }
}
