package io.redress.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Customers and partners: complaints by form and webhook. Who gets no answer, or is refused, sends the same again under
 * the same key; a few give up, and a few send what was accepted once more.
 */
final class ChaosSenders implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THREADS = 8;

    private final Installation site;
    private final SenderRecords senderRecords;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger hurry = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ChaosSenders(Installation site, SenderRecords senderRecords, long seed) {
        this.site = site;
        this.senderRecords = senderRecords;
        for (int i = 0; i < THREADS; i++) {
            var random = new java.util.Random(seed + i);
            var thread = new Thread(() -> send(random), "sender-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    /** So many of the next complaints are sent without a pause. */
    void rush(int complaints) {
        hurry.set(complaints);
    }

    /** No new complaint; those under way are brought to their end. */
    void finish(Duration patience) throws InterruptedException {
        ended.set(true);
        for (Thread thread : threads) {
            thread.join(patience.toMillis());
            if (thread.isAlive()) {
                throw new IllegalStateException("a sender is still not answered after " + patience);
            }
        }
    }

    private void send(RandomGenerator random) {
        try {
            while (!ended.get()) {
                int number = count.incrementAndGet();
                boolean form = random.nextInt(5) < 3;
                deliver((form ? "form-" : "hook-") + number, form, random);
                if (hurry.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                    Thread.sleep(1_500 + random.nextInt(3_000));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String marker, boolean form, RandomGenerator random) throws InterruptedException {
        boolean patient = random.nextInt(50) > 0;
        int copies = random.nextInt(25) == 0 ? 2 : 1;
        while (copies > 0) {
            if (attempt(marker, form)) {
                copies--;
            } else if (!patient) {
                senderRecords.unanswered.add(marker);
                return;
            } else {
                Thread.sleep(200 + random.nextInt(800));
            }
        }
    }

    /** True when it was accepted. */
    private boolean attempt(String marker, boolean form) throws InterruptedException {
        String channel = marker.substring(0, 4);
        try {
            HttpRequest request = (form ? form(marker) : webhook(marker))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                senderRecords.accepted(
                        marker,
                        form ? JSON.readTree(answer.body()).path("ticket").asText() : "");
                return true;
            }
            senderRecords.refused(channel, String.valueOf(answer.statusCode()));
        } catch (java.net.http.HttpConnectTimeoutException | java.net.ConnectException e) {
            senderRecords.refused(channel, "not connected");
        } catch (IOException e) {
            senderRecords.refused(channel, "no answer");
        }
        return false;
    }

    private HttpRequest.Builder form(String marker) {
        int number = Integer.parseInt(marker.substring(5));
        String reach = number % 2 == 0
                ? "\"phone\":\"138%08d\"".formatted(number)
                : "\"email\":\"" + marker + "@example.com\",\"phone\":\"138%08d\"".formatted(number);
        return HttpRequest.newBuilder(site.hub.uri("/complaints"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", marker)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"text\":\"I want to return the shoes, " + marker + "\"," + reach + "}"));
    }

    private HttpRequest.Builder webhook(String marker) {
        byte[] body = ("{\"type\":\"complaint.created\",\"data\":{\"text\":\"I was charged twice, " + marker + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return SignedWebhook.post(
                site.hub.uri("/webhooks/partner-webhook"), marker, Instant.now().getEpochSecond(), body);
    }

    @Override
    public void close() {
        ended.set(true);
        threads.forEach(Thread::interrupt);
    }
}
