package io.redress.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.Redress;
import io.redress.attachment.FakeClamd;
import io.redress.attachment.FakeClamd.Mood;
import io.redress.attachment.MalwareScanner;
import io.redress.attachment.SuspiciousFiles;
import io.redress.handoff.HandOff;
import io.redress.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole hub with a scanner, from the arrival to who may have the bytes. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:routes/channels/complaint-form.camel.yaml",
            "redress.api.keys.tester=a-key-of-this-test",
            "redress.attachments.scan.time-limit=2s",
            "redress.due.period=100"
        })
class AttachmentPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String VIRUS = new String(SuspiciousFiles.EICAR, ISO_8859_1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static FakeClamd clamd;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
        properties.add("redress.attachments.scan.address", () -> clamd.address());
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    MalwareScanner scanner;

    @BeforeAll
    static void startClamd() throws IOException {
        clamd = new FakeClamd();
    }

    @AfterAll
    static void stopClamd() throws IOException {
        clamd.close();
    }

    @BeforeEach
    void well() {
        clamd.become(Mood.WELL);
        assertThat(scanner.trouble()).isNull();
    }

    private static String mail(String name, byte[] file) {
        return "From: li@example.com\r\nTo: complaints@redress.test\r\nSubject: Sofa\r\nMessage-ID: <"
                + UUID.randomUUID()
                + "@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                + "Content-Type: text/plain\r\n\r\nThe sofa is broken.\r\n--x\r\nContent-Type: image/jpeg\r\n"
                + "Content-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--x--\r\n";
    }

    static Stream<Arguments> infected() {
        return Stream.of(
                Arguments.of("email", mail("photo.jpg", SuspiciousFiles.EICAR)),
                Arguments.of(
                        "webhook",
                        "{\"type\":\"complaint.created\",\"data\":{\"text\":\"The sofa is broken\",\"customer\":{\"id\":\"u-"
                                + UUID.randomUUID() + "\"},\"attachments\":[{\"name\":\"photo.jpg\",\"contentType\":"
                                + "\"image/jpeg\",\"base64\":\""
                                + Base64.getEncoder().encodeToString(SuspiciousFiles.EICAR)
                                + "\"}]}}"));
    }

    @ParameterizedTest
    @MethodSource("infected")
    void an_infected_file_is_held_and_flagged_and_its_ticket_goes_on(String format, String original) throws Exception {
        JsonNode file = ticket(handedOff(format, original)).at("/complaint/attachments/0");
        assertThat(file.path("scan").asText()).isEqualTo("infected");
        assertThat(file.path("quarantine").asText()).isEqualTo("Eicar-Test-Signature");
        assertThat(file.path("contentType").asText()).isEqualTo("text/plain");
        assertThat(file.path("claimedType").asText()).isEqualTo("image/jpeg");
        assertThat(file.path("flags").toString()).contains("type-mismatch");
    }

    @Test
    void the_bytes_of_a_held_file_are_given_to_who_insists_only() throws Exception {
        String number = handedOff("email", mail("photo.jpg", SuspiciousFiles.EICAR));
        ticket(number);
        String place = "/api/tickets/" + number + "/attachments/1";
        HttpResponse<String> refused = get(place);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Eicar-Test-Signature")
                .contains("quarantined=true")
                .doesNotContain(VIRUS);
        HttpResponse<String> given = get(place + "?quarantined=true");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo(VIRUS);
        assertThat(given.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment; filename=\"photo.jpg\"");
        assertThat(given.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(given.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(get(place + "?quarantined=perhaps").statusCode()).isEqualTo(400);
        assertThat(get("/api/tickets/" + number + "/attachments/2").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/tickets/" + number + "/attachments/0").statusCode())
                .isEqualTo(404);
        assertThat(jdbc.sql("select why from event where ticket_number = ? and what = 'attachments quarantined'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("1: Eicar-Test-Signature");
    }

    @Test
    void a_file_of_a_form_is_scanned_before_its_ticket_is_dispatched() throws Exception {
        String number = form("%PDF-1.7\n% " + VIRUS + "\n1 0 obj <</S/JavaScript/JS(x)>> endobj\n%%EOF");
        JsonNode file = ticket(number).at("/complaint/attachments/0");
        assertThat(file.path("scan").asText()).isEqualTo("infected");
        assertThat(file.path("flags").toString()).contains("active-content");
        assertThat(ticket(form("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"))
                        .at("/complaint/attachments/0/scan")
                        .asText())
                .isEqualTo("clean");
    }

    @Test
    void a_scanner_that_is_away_stops_no_intake_and_files_wait_for_it() throws Exception {
        clamd.become(Mood.HANGS_UP);
        String number = handedOff("email", mail("photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1}));
        JsonNode file = ticket(number).at("/complaint/attachments/0");
        assertThat(file.path("scan").asText()).isEqualTo("pending");
        assertThat(file.path("quarantine").asText()).isEqualTo("not scanned yet");
        assertThat(get("/api/tickets/" + number + "/attachments/1").statusCode())
                .isEqualTo(409);
        assertThat(read(get("/actuator/health")).path("status").asText()).isEqualTo("UP");

        clamd.become(Mood.WELL);
        assertThat(scanner.trouble()).isNull();
        jdbc.sql("update due_work set due_at = now() where kind = 'attachment-scan' and ticket_number = ?")
                .param(number)
                .update();
        await().atMost(SOON).until(() -> scan(number).equals("clean"));
        assertThat(get("/api/tickets/" + number + "/attachments/1").statusCode())
                .isEqualTo(200);
        assertThat(jdbc.sql("select why from event where ticket_number = ? and what = 'attachments released'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("1 of 1 attachments are clean and no longer held back");
        assertThat(read(get("/api/history/verification")).path("faults")).isEmpty();
    }

    @Test
    void a_file_alone_opens_a_ticket() throws Exception {
        clamd.become(Mood.WELL);

        String number = form("", "%PDF-1.4 a receipt");

        assertThat(ticket(number).at("/complaint/text").asText()).isEmpty();
        assertThat(ticket(number).at("/complaint/attachments/0/contentType").asText())
                .isEqualTo("application/pdf");
        assertThat(ticket(number)
                        .at("/channel/name")
                        .asText(ticket(number).at("/channel").asText()))
                .isEqualTo("complaint-form");
    }

    private String scan(String number) throws Exception {
        return ticket(number).at("/complaint/attachments/0/scan").asText();
    }

    private String handedOff(String format, String original) {
        var raw = handOff.receive("test", format, original.getBytes(ISO_8859_1), Map.of("mapping", "webhook"), null);
        camel.sendBody("direct:hand-off", raw);
        return raw.number();
    }

    private String form(String file) throws Exception {
        return form("The lamp is broken", file);
    }

    private String form(String text, String file) throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=text\r\n\r\n" + text + "\r\n--x\r\n"
                + "Content-Disposition: form-data; name=email\r\n\r\nana@customers.shop\r\n--x\r\n"
                + "Content-Disposition: form-data; name=photo; filename=a.pdf\r\nContent-Type: application/pdf\r\n\r\n"
                + file + "\r\n--x--\r\n";
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/complaints"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).path("ticket").asText();
    }

    private JsonNode ticket(String number) throws Exception {
        await().atMost(SOON).until(() -> get("/api/tickets/" + number).statusCode() == 200);
        return read(get("/api/tickets/" + number));
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer a-key-of-this-test")
                        .build(),
                HttpResponse.BodyHandlers.ofString(ISO_8859_1));
    }
}
