package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged hub with its shipped routes and rules, from outside. */
class FourChannelsIT {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String TYPEFORM_SECRET = "typeform-secret-0001";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static MailServer mail;
    private static HubProcess hub;
    private static int imap;

    @BeforeAll
    static void start() {
        int smtp = HubProcess.freePort();
        imap = HubProcess.freePort();
        mail = new MailServer(smtp, imap);
        hub = HubProcess.withMailbox(folder, smtp, imap)
                .set("returns.password", MailServer.PASSWORD)
                .set("marketplace.secret", SignedWebhook.SECRET)
                .set("typeform.secret", TYPEFORM_SECRET)
                .packaged()
                .start();
    }

    @AfterAll
    static void stop() {
        hub.close();
        mail.close();
    }

    @Test
    void each_channel_gives_tickets_in_the_right_queue_and_the_same_again_gives_none() throws Exception {
        sendAll("calls.csv");
        List<TicketConsumer.Taken> taken = new ArrayList<>();
        await().atMost(SOON).untilAsserted(() -> {
            taken.addAll(TicketConsumer.take(hub));
            assertThat(taken).hasSize(988 + 3);
        });
        assertThat(taken).allSatisfy(one -> assertThat(one.queue())
                .isEqualTo("complaints." + one.ticket().at("/triage/category").asText()));
        assertThat(queueOf(taken, "complaints-mailbox")).isEqualTo("complaints.mismatch");
        assertThat(queueOf(taken, "complaint-form")).isEqualTo("complaints.return");
        assertThat(queueOf(taken, "partner-webhook")).isEqualTo("complaints.billing");
        assertThat(queueOf(taken, "call-center")).isEqualTo("complaints.logistics");
        assertThat(rejected()).hasSize(1 + 12).allSatisfy(line -> assertThat(line)
                .isNotBlank());

        sendAll("calls-again.csv");
        await().atMost(SOON).until(() -> items("duplicate") >= 988 + 2);
        assertThat(TicketConsumer.take(hub)).isEmpty();
    }

    @Test
    void a_second_mailbox_form_folder_and_webhook_are_a_file_each_as_the_readme_has_them() throws Exception {
        var block = Pattern.compile(
                        "```yaml\\n# (routes/channels/([a-z-]+)\\.camel\\.yaml)[^\\n]*\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        List<String> names = new ArrayList<>();
        while (block.find()) {
            assertThat(block.group(3).lines().count()).as(block.group(1)).isLessThanOrEqualTo(12);
            String text = block.group(3)
                    .replace("host: imap.example.com", "protocol: imap, period: 500, host: 127.0.0.1, port: " + imap);
            Files.writeString(folder.resolve(block.group(1)), text);
            names.add(block.group(2));
        }
        assertThat(names).hasSize(5);
        mail.server().setUser("returns@example.com", "returns@example.com", MailServer.PASSWORD);
        await().atMost(SOON).until(() -> channels().containsAll(names));

        mail.send(
                "returns@example.com",
                "From: a@example.com\r\nSubject: Return\r\n\r\nI want to send the shoes back.\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        post(
                "/warranty",
                "{\"text\":\"The drill broke within the warranty\",\"phone\":\"13800138000\"}",
                "second-form");
        drop("data/inbox/night-calls", "night.csv", "电话,投诉内容\r\n13800138000,半夜打电话没人接\r\n");
        webhook("/webhooks/marketplace", "second-hook", "The invoice is wrong");
        typeform("The parcel never came");
        await().atMost(SOON).untilAsserted(() -> assertThat(ticketedChannels()).containsAll(names));
    }

    private static void sendAll(String file) throws Exception {
        mail.send(
                ("From: li@example.com\r\nTo: complaints@redress.test\r\nSubject: sofa\r\nMessage-ID: <gbk-1@example.com>\r\n"
                                + "Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: 8bit\r\n\r\n沙发和图片色差很大\r\n")
                        .getBytes(GBK));
        post(
                "/complaints",
                "{\"text\":\"I changed my mind and want to return it\",\"phone\":\"13800138000\"}",
                "form-1");
        webhook("/webhooks/partner-webhook", "hook-1", "I was charged twice for one order");
        var rows = new StringBuilder("通话编号,来电时间,电话,投诉内容\r\n");
        for (int row = 1; row <= 1000; row++) {
            String time = row % 83 == 0 ? "昨天下午" : "2026-11-16 09:02:11";
            rows.append("call-%d,%s,13800138000,快递一直没收到，第%d次问了\r\n".formatted(row, time, row));
        }
        drop("data/inbox/call-center", file, rows.toString());
    }

    private static void drop(String inbox, String name, String content) throws Exception {
        Path target = Files.createDirectories(folder.resolve(inbox));
        Path part = Files.write(target.resolve(name + ".part"), content.getBytes(GBK));
        Files.move(part, target.resolve(name));
    }

    private static void post(String path, String json, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.uri(path))
                .headers("Content-Type", "application/json", "Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    /** As Typeform signs and writes it. */
    private static void typeform(String text) throws Exception {
        String body = "{\"event_id\":\"f-1\",\"event_type\":\"form_response\",\"form_response\":{\"answers\":["
                + "{\"type\":\"text\",\"text\":\"" + text + "\",\"field\":{\"ref\":\"complaint\"}},"
                + "{\"type\":\"email\",\"email\":\"ann@example.com\",\"field\":{\"ref\":\"email\"}}]}}";
        byte[] signature = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, TYPEFORM_SECRET).hmac(body);
        HttpRequest request = HttpRequest.newBuilder(hub.uri("/webhooks/typeform"))
                .header("Content-Type", "application/json")
                .header("Typeform-Signature", "sha256=" + Base64.getEncoder().encodeToString(signature))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private static void webhook(String path, String id, String text) throws Exception {
        byte[] body = ("{\"type\":\"complaint.created\",\"data\":{\"text\":\"" + text + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = SignedWebhook.post(
                        hub.uri(path), id, Instant.now().getEpochSecond(), body)
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    private static String queueOf(List<TicketConsumer.Taken> taken, String channel) {
        return taken.stream()
                .filter(one -> one.ticket().at("/channel/name").asText().equals(channel))
                .map(TicketConsumer.Taken::queue)
                .findFirst()
                .orElse("none");
    }

    private static List<String> rejected() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("data/inbox/call-center/done"))) {
            Path report = files.filter(file -> file.toString().endsWith("calls.csv.rejected.csv"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(report);
        }
    }

    private static int items(String state) throws Exception {
        int items = 0;
        for (JsonNode channel : json("/channels").path("items")) {
            items += channel.path("items").path(state).asInt();
        }
        return items;
    }

    private static List<String> channels() throws Exception {
        List<String> names = new ArrayList<>();
        json("/channels")
                .path("items")
                .forEach(channel -> names.add(channel.path("name").asText()));
        return names;
    }

    private static List<String> ticketedChannels() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode channel : json("/channels").path("items")) {
            if (channel.path("items").path("ticketed").asInt() > 0) {
                names.add(channel.path("name").asText());
            }
        }
        return names;
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(hub.api(path));
    }
}
