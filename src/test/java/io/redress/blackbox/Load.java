package io.redress.blackbox;

import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Unique complaints through all four channels. Each carries its own marker in the text; a sender that gets no answer sends
 * the same again under the same key, as real ones do.
 */
final class Load {

    private final HubProcess hub;
    private final MailServer mail;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The markers of all complaints that a channel took. */
    final Set<String> accepted = ConcurrentHashMap.newKeySet();

    Load(HubProcess hub, MailServer mail) {
        this.hub = hub;
        this.mail = mail;
    }

    void mails(int from, int to) {
        for (int i = from; i < to; i++) {
            String marker = "mail-" + i;
            mail.send(("From: customer" + i + "@example.com\r\nTo: complaints@redress.test\r\nSubject: Broken " + marker
                            + "\r\nMessage-ID: <" + marker + "@example.com>\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe kettle is broken, " + marker
                            + ".\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            accepted.add(marker);
        }
    }

    void file(int from, int to) throws IOException {
        List<String> rows = new ArrayList<>(List.of("通话编号,电话,投诉内容"));
        for (int i = from; i < to; i++) {
            rows.add("call-" + i + ",13800138000,快递一直没收到 call-" + i);
            accepted.add("call-" + i);
        }
        Path inbox = Files.createDirectories(hub.folder().resolve("data/inbox/call-center"));
        Path part = inbox.resolve("calls-" + from + ".csv.part");
        Files.write(part, String.join("\r\n", rows).getBytes(StandardCharsets.UTF_8));
        Files.move(part, inbox.resolve("calls-" + from + ".csv"));
    }

    void forms(int from, int to) {
        for (int i = from; i < to; i++) {
            String marker = "form-" + i;
            String body = "{\"text\":\"I want to return the shoes, " + marker + "\",\"phone\":\"13800138000\"}";
            untilTaken(marker, () -> HttpRequest.newBuilder(hub.uri("/complaints"))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", marker)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    void webhooks(int from, int to) {
        for (int i = from; i < to; i++) {
            String marker = "hook-" + i;
            byte[] body = ("{\"type\":\"complaint.created\",\"data\":{\"text\":\"I was charged twice, " + marker
                            + "\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            untilTaken(
                    marker,
                    () -> SignedWebhook.post(
                            hub.uri("/webhooks/partner-webhook"),
                            marker,
                            Instant.now().getEpochSecond(),
                            body));
        }
    }

    private interface Attempt {
        HttpRequest.Builder request();
    }

    private void untilTaken(String marker, Attempt attempt) {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(end)) {
            try {
                HttpRequest request =
                        attempt.request().timeout(Duration.ofSeconds(10)).build();
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    accepted.add(marker);
                    return;
                }
                if (status != 429 && status != 503) {
                    throw new IllegalStateException(marker + " was answered with " + status);
                }
            } catch (IOException e) {
                // The hub is down: it was killed. The sender tries again.
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException(marker + " was not taken in three minutes");
    }
}
