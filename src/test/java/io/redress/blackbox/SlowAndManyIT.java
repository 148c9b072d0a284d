package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 300 slow senders, 2,000 idle connections and 100 uploads of 25 MB at once, at a hub with half a gigabyte. The figures of the
 * report are meant for a quiet machine; what is asserted leaves room for a busy one.
 */
@Timeout(300)
class SlowAndManyIT {

    private static final Duration UNDER_SIEGE = Duration.ofSeconds(15);
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** At least, however slow the machine is: how many fit into a time is for benchmarks. */
    private static final int ROUNDS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(SLACK).build();

    @TempDir
    Path folder;

    @Test
    void the_form_and_liveness_answer_others_all_the_while() throws Exception {
        try (var hub = new HubProcess(folder).jvm(List.of()).start()) {
            answered(hub, form(hub, 0), 202); // warm
            try (var slowClients = new SlowClients(hub.uri("/").getPort())) {
                slowClients.slow(300);
                slowClients.idle(2_000);
                slowClients.uploads(100, 25_000_000);
                Duration slowestForm = Duration.ZERO;
                Duration slowestLiveness = Duration.ZERO;
                int rounds = 0;
                long end = System.nanoTime() + UNDER_SIEGE.toNanos();
                for (; rounds < ROUNDS || System.nanoTime() < end; rounds++) {
                    slowestLiveness =
                            longer(slowestLiveness, answered(hub, get(hub, "/actuator/health/liveness"), 200));
                    slowestForm = longer(slowestForm, answered(hub, form(hub, rounds + 1), 202));
                    slowestLiveness =
                            longer(slowestLiveness, answered(hub, get(hub, "/actuator/health/liveness"), 200));
                    answered(hub, get(hub, "/api/queues"), 200);
                    TimeUnit.MILLISECONDS.sleep(200); // others come now and then
                }
                System.out.printf(
                        "slow and many: form %d ms (2,000 wanted), liveness %d ms (1,000 wanted), rounds %d, sent away %d, uploads"
                                + " answered %d%n",
                        slowestForm.toMillis(),
                        slowestLiveness.toMillis(),
                        rounds,
                        slowClients.sentAway.get(),
                        slowClients.uploaded.get());
                assertThat(slowestForm).isLessThan(SLACK);
                assertThat(slowestLiveness).isLessThan(SLACK);
                assertThat(slowClients.sentAway.get())
                        .as("slow senders and uploads were ended")
                        .isPositive();
            }
            assertThat(hub.isAlive()).isTrue();
            assertThat(hub.log())
                    .doesNotContain("OutOfMemoryError")
                    .contains("Requests refused or aborted by the web server");
        }
    }

    private Duration answered(HubProcess hub, HttpRequest request, int status)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s: %s", request.uri().getPath(), response.body())
                .isEqualTo(status);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static HttpRequest form(HubProcess hub, int number) {
        return HttpRequest.newBuilder(hub.uri("/complaints"))
                .timeout(SLACK)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"The lamp arrived in pieces, number " + number
                        + "\",\"email\":\"ana@example.com\"}"))
                .build();
    }

    private static HttpRequest get(HubProcess hub, String path) {
        return HttpRequest.newBuilder(hub.uri(path))
                .timeout(SLACK)
                .header("Authorization", "Bearer " + HubProcess.KEY)
                .build();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
