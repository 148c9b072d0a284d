package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The hub as its senders and operators see it. Every answer is held to the promise: no 5xx, and none too late. */
final class HubProbe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HANG = Duration.ofSeconds(60);

    private final HubProcess hub;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger sound = new AtomicInteger();

    HubProbe(HubProcess hub) {
        this.hub = hub;
    }

    /** How often each status was answered. */
    Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    HttpRequest.Builder post(String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(hub.uri(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
    }

    HttpRequest.Builder operator(String path) {
        return HttpRequest.newBuilder(hub.uri(path)).header("Authorization", "Bearer " + HubProcess.KEY);
    }

    /** A body beyond the limit: it may be cut off by an answer, or by the end of the connection while it is still sent. */
    void sendTooMuch(HttpRequest.Builder request) {
        try {
            assertThat(send(request).statusCode()).isBetween(400, 499);
        } catch (UncheckedIOException e) {
            stillWorks();
        }
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(HANG).build(), BodyHandlers.ofByteArray());
            answers.merge(response.statusCode(), 1, Integer::sum);
            assertThat(response.statusCode())
                    .as(response.request().uri() + " answered " + new String(response.body(), StandardCharsets.UTF_8))
                    .isLessThan(500);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + hub.uri(""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(HttpRequest.Builder request) {
        try {
            return JSON.readTree(send(request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of a channel's items, or of those with a number. */
    List<String> items(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(operator("/api/items?size=500&" + query + cursor));
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    byte[] original(String item) {
        return send(operator("/api/items/" + item + "/original")).body();
    }

    /** A sound complaint becomes a ticket, every channel runs, and no arrival or message has failed. */
    void stillWorks() {
        String body =
                "{\"text\":\"I was charged twice, number " + sound.incrementAndGet() + "\",\"phone\":\"13800138000\"}";
        var answer = post("/complaints", "application/json", body.getBytes(StandardCharsets.UTF_8));
        String number = json(answer).path("ticket").asText();
        assertThat(number).startsWith("R-");
        await("ticket " + number)
                .atMost(Duration.ofMinutes(2))
                .until(() -> send(operator("/api/tickets/" + number)).statusCode() == 200);
        assertThat(hub.isAlive()).isTrue();
        assertThat(send(HttpRequest.newBuilder(hub.uri("/actuator/health"))).statusCode())
                .isEqualTo(200);
        for (JsonNode channel : json(operator("/api/channels")).path("items")) {
            assertThat(channel.at("/items/failed").asInt())
                    .as(channel.toString())
                    .isZero();
            assertThat(channel.path("state").asText()).as(channel.toString()).isEqualTo("started");
        }
        for (JsonNode queue : json(operator("/api/queues")).path("items")) {
            boolean failures = queue.path("name").asText().startsWith("DLQ.");
            assertThat(failures ? queue.path("depth").asInt() : 0)
                    .as(queue.toString())
                    .isZero();
        }
    }
}
