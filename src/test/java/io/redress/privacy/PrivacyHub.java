package io.redress.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole hub with the shipped routes, its own PostgreSQL and broker in its data folder, and all four channels. */
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.check-at-start=false",
            "redress.web-form.accept-reserved-domains=true",
            "redress.api.keys.officer=" + PrivacyHub.KEY,
            "mailbox.enabled=true",
            "mailbox.protocol=imap",
            "mailbox.host=127.0.0.1",
            "mailbox.period=300",
            "mailbox.username=" + MailServer.ADDRESS,
            "mailbox.password=" + MailServer.PASSWORD,
            "mailbox.address=" + MailServer.ADDRESS,
            "mail-server.protocol=smtp",
            "mail-server.host=127.0.0.1",
            "partner-webhook.enabled=true",
            "partner-webhook.secret=" + SignedWebhook.SECRET,
            "partner-webhook.quiet-time=1s"
        })
abstract class PrivacyHub {

    static final String KEY = "a-key-of-the-data-protection-officer";
    static final Duration SOON = Duration.ofSeconds(90);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static final int SMTP = freePort();
    private static final int IMAP = freePort();
    static final MailServer MAIL = new MailServer(SMTP, IMAP);

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("redress.data-dir", data::toString);
        properties.add("mailbox.port", () -> IMAP);
        properties.add("mail-server.port", () -> SMTP);
    }

    @AfterAll
    static void stopMail() {
        MAIL.close();
    }

    /** A form with a photo. */
    void form(Map<String, String> fields, byte[] photo) throws Exception {
        String boundary = "----photo";
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"lamp.png\"\r\n"
                                + "Content-Type: image/png\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = HTTP.send(
                HttpRequest.newBuilder(uri("/complaints"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    void chat(String id, String text, String user, String phone) throws Exception {
        byte[] body = json.writeValueAsBytes(Map.of(
                "type",
                "complaint.created",
                "data",
                Map.of("text", text, "customer", Map.of("id", user, "phone", phone))));
        HttpRequest request = SignedWebhook.post(
                        uri("/webhooks/partner-webhook"), id, Instant.now().getEpochSecond(), body)
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    void calls(String name, String rows, Charset charset) throws Exception {
        Path inbox = Files.createDirectories(data.resolve("inbox/call-center"));
        Path part = Files.write(inbox.resolve(name + ".part"), rows.getBytes(charset));
        Files.move(part, inbox.resolve(name));
    }

    /** A PNG with bytes of its own. */
    static byte[] photo(String mark) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        bytes.writeBytes(mark.repeat(8_000).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    long count(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(Long.class).single();
    }

    void awaitTickets(long number) {
        await().atMost(SOON).until(() -> count("select count(*) from ticket") >= number);
    }

    JsonNode post(int status, String path, Object body) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(uri(path))
                        .headers("Content-Type", "application/json", "Authorization", "Bearer " + KEY)
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    JsonNode find(String value) throws Exception {
        return post(200, "/api/persons/find", Map.of("value", value));
    }

    /** Forgets somebody, and gives the report once it is done. */
    JsonNode forget(String value) throws Exception {
        int confirm = post(200, "/api/persons/forget", Map.of("value", value))
                .path("confirm")
                .asInt();
        JsonNode begun = post(202, "/api/persons/forget", Map.of("value", value, "confirm", confirm));
        String path = "/api/persons/forgettings/" + begun.path("id").asText();
        await().atMost(SOON).until(() -> get(path).path("state").asText().equals("done"));
        return get(path);
    }

    JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + KEY)
                .build();
        return json.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
