package io.redress.console.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.ConsoleHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TryPageTest extends ConsoleHub {

    private static final Path SAMPLES = Path.of("src/test/resources/sandbox");

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_pasted_mail_shows_proof_fields_category_with_its_words_and_queue_and_nothing_is_kept() throws Exception {
        long before = items();
        var page = answer("/console/try?channel=complaints-mailbox", "en");
        assertThat(Jsoup.parse(page.body()).select("option[selected]").text()).isEqualTo("complaints-mailbox");
        String mail = Files.readString(SAMPLES.resolve("mail/charged-twice.eml"));

        Document shown = Jsoup.parse(submit(page, "form#try", "channel", "complaints-mailbox", "text", mail)
                .body());

        assertThat(shown.text())
                .contains("It would open a ticket", "billing", "complaints.billing", "customer.emails", "not proved");
        assertThat(shown.select("mark")).isNotEmpty();
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void an_original_that_opens_no_ticket_says_why() throws Exception {
        String mail = Files.readString(SAMPLES.resolve("mail/vacation.eml"));
        var page = answer("/console/try", "en");
        assertThat(submit(page, "form#try", "channel", "complaints-mailbox", "text", mail)
                        .body())
                .contains("It would not open a ticket", "auto-reply");
    }

    @Test
    void what_a_stranger_wrote_is_shown_as_text() {
        var page = answer("/console/try", "en");
        String form = "{\"text\":\"<script>alert(1)</script> the kettle leaks\",\"phone\":\"13800138000\"}";
        String shown = submit(
                        page, "form#try", "channel", "complaint-form", "text", form, "contentType", "application/json")
                .body();
        assertThat(shown).doesNotContain("<script>alert");
    }

    @Test
    void the_api_takes_bytes_and_a_file_name_that_leads_nowhere() throws Exception {
        byte[] calls = Files.readAllBytes(SAMPLES.resolve("calls-gbk.csv"));
        JsonNode tried = read(post(
                "/api/channels/call-center/try",
                Map.of("base64", Base64.getEncoder().encodeToString(calls), "file", "../../etc/calls.csv")));
        assertThat(tried.path("opensTicket").asBoolean()).as(tried.toString()).isTrue();
        assertThat(tried.path("lines").toString()).contains("line 2: complaints.", "read as: GB18030");
    }

    @Test
    void an_unknown_channel_and_an_empty_original_are_refused() throws Exception {
        assertThat(post("/api/channels/nowhere/try", Map.of("text", "x")).statusCode())
                .isEqualTo(404);
        assertThat(post("/api/channels/complaint-form/try", Map.of("text", "")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private long items() {
        return jdbc.sql("select count(*) from item").query(Long.class).single();
    }
}
