package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class TryCommandTest {

    private static final String SECRET = "example-secret-0001";
    private static final String SAMPLES = "src/test/resources/sandbox/";

    @Test
    void a_mail_shows_its_ticket_its_queue_and_why() {
        CommandRun run = CommandRun.of("try", "complaints-mailbox", SAMPLES + "mail/charged-twice.eml");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("# would open a ticket, for queue complaints.billing, because:");
        assertThat(run.out()).contains("category: billing", "- mary.jones@example.com");
    }

    @Test
    void an_original_that_opens_no_ticket_says_why() {
        CommandRun run = CommandRun.of("try", "complaints-mailbox", SAMPLES + "mail/vacation.eml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("no ticket: auto-reply: ");
    }

    @Test
    void json_on_standard_output_is_nothing_but_the_ticket() throws Exception {
        CommandRun run = CommandRun.of("try", "complaint-form", SAMPLES + "form/return.json", "--json");
        JsonNode ticket = new ObjectMapper().readTree(run.out());
        assertThat(ticket.path("triage").path("category").asText()).isEqualTo("return");
        assertThat(ticket.path("product").path("store").asText()).isEqualTo("Harbour Street");
        assertThat(run.err()).contains("complaints.return");
    }

    @Test
    void a_file_of_calls_shows_what_becomes_of_each_row() {
        CommandRun run = CommandRun.of("try", "call-center", SAMPLES + "calls-gbk.csv", "--rows", "3");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).hasSizeGreaterThan(5);
        assertThat(run.lines().get(0)).startsWith("line 2: complaints.");
        assertThat(run.out()).contains("… 2 more", "rejected: 1", "read as: GB18030");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer example-secret-0001 | 0 | would open a ticket, for queue complaints.",
                "Bearer example-secret-0002 | 1 | would be refused with 401: send the channel's secret"
            })
    void a_webhooks_call_is_proven_when_it_has_its_headers(
            String authorization, int exitCode, String line, @TempDir Path folder) throws Exception {
        CommandRun run = onWebhook(folder, "-H", "Authorization: " + authorization);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).contains(line);
    }

    @Test
    void a_webhooks_body_alone_is_read_as_if_it_were_proven(@TempDir Path folder) throws Exception {
        CommandRun run = onWebhook(folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The kettle leaks", "store: /shops/7");
    }

    private static final String LINE_REQUEST = """
            {"events": [{"type": "message", "mode": "active", "webhookEventId": "e1", "timestamp": 1795860000000,
              "source": {"userId": "U1"}, "message": {"type": "text", "id": "m1", "text": "The kettle leaks"}}]}
            """;

    @Test
    void a_chat_platforms_request_is_proven_when_it_has_its_headers(@TempDir Path folder) throws Exception {
        Path call = Files.writeString(folder.resolve("call.json"), LINE_REQUEST);
        String signature =
                Base64.encodeBase64String(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET).hmac(LINE_REQUEST));

        CommandRun genuine = onChat("line", "channel-secret", call.toString(), "-H", "x-line-signature: " + signature);
        assertThat(genuine.out()).contains("would open a ticket", "The kettle leaks");
        assertThat(genuine.exitCode()).isZero();

        CommandRun forged = onChat("line", "channel-secret", call.toString(), "-H", "x-line-signature: nonsense");
        assertThat(forged.out()).contains("would be refused with 401: header.x-line-signature", "The kettle leaks");
        assertThat(forged.exitCode()).isEqualTo(1);
    }

    @Test
    void each_message_of_a_chat_platforms_request_is_shown(@TempDir Path folder) throws Exception {
        String two = LINE_REQUEST.replace(
                "]}\n",
                ", {\"type\": \"follow\", \"webhookEventId\": \"e2\"},"
                        + " {\"type\": \"message\", \"mode\": \"active\", \"webhookEventId\": \"e3\", \"source\":"
                        + " {\"userId\": \"U2\"}, \"message\": {\"type\": \"text\", \"id\": \"m3\", \"text\": \"Too late\"}}]}");
        CommandRun run = CommandRun.of(
                "try",
                "line",
                Files.writeString(folder.resolve("call.json"), two).toString());
        assertThat(run.out()).contains("event 1: ", "event 2: ", "2 events: ").doesNotContain("event 3");
    }

    @Test
    void a_handshake_shows_its_answer() {
        CommandRun run = onChat(
                "whatsapp",
                "verify-token",
                "--method",
                "get",
                "--query",
                "hub.mode=subscribe&hub.verify_token=" + SECRET + "&hub.challenge=1158201444");
        assertThat(run.out()).contains("answered with 200 and 1158201444: a handshake");
    }

    @Test
    void a_request_with_a_body_needs_its_file() {
        CommandRun run = CommandRun.of("try", "line");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Name a file");
    }

    private static CommandRun onChat(String channel, String setting, String... options) {
        String property = channel + "." + setting;
        System.setProperty(property, SECRET);
        try {
            return CommandRun.of(
                    Stream.concat(Stream.of("try", channel), Stream.of(options)).toArray(String[]::new));
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void a_saved_page_of_a_feed_shows_what_becomes_of_each_item(@TempDir Path folder) throws Exception {
        Path page = Files.writeString(folder.resolve("page.json"), """
                {"data": {"reviews": [
                {"id": "1", "rating": 1, "text": "The kettle leaks", "updatedAt": "2026-11-28T10:00:00Z"},
                {"id": "2", "rating": 5, "text": "Fine", "updatedAt": "2026-11-28T10:00:00Z"},
                {"id": "3", "rating": 1, "updatedAt": "2026-11-28T10:00:00Z"},
                {"id": "4", "status": "pending"}]}}
                """);
        CommandRun run = CommandRun.of("try", "reviews", page.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines().get(0)).startsWith("item 1: complaints.");
        assertThat(run.lines().get(1)).startsWith("item 2: no ticket: ignored: not a complaint: rating is 5, above 2");
        assertThat(run.lines().get(2)).startsWith("item 3: no ticket: invalid: the item of the feed cannot be mapped");
        assertThat(run.lines().get(3)).startsWith("3 items: ").endsWith("1 more are silent, and not kept");

        CommandRun html = CommandRun.of(
                "try", "reviews", Files.writeString(page, "<html>").toString());
        assertThat(html.exitCode()).isEqualTo(1);
        assertThat(html.out()).contains("the feed's answer is not JSON (a JSON object is expected): Check the address");
    }

    @Test
    void a_header_without_a_colon_is_wrong_usage(@TempDir Path folder) throws Exception {
        CommandRun run = onWebhook(folder, "-H", "Authorization");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'Authorization' is not a header");
    }

    private static CommandRun onWebhook(Path folder, String... options) throws Exception {
        FileSystemUtils.copyRecursively(Path.of("routes"), folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/channels/events.camel.yaml"), """
                - route:
                    id: events
                    from:
                      uri: kamelet:webhook-source
                      parameters: {channel: events, sender: cloudevents, secret: example-secret-0001}
                      steps:
                        - to: direct:hand-off
                """);
        Path call = Files.writeString(
                folder.resolve("call.json"),
                "{\"specversion\":\"1.0\",\"type\":\"com.example.complaint\",\"source\":\"/shops/7\",\"id\":\"1\","
                        + "\"data\":{\"text\":\"The kettle leaks\"}}");
        System.setProperty("redress.routes-dir", folder.resolve("routes").toString());
        try {
            return CommandRun.of(Stream.concat(Stream.of("try", "events", call.toString()), Stream.of(options))
                    .toArray(String[]::new));
        } finally {
            System.clearProperty("redress.routes-dir");
        }
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        boolean data = Files.exists(Path.of("data"));
        long before = temporary();
        CommandRun.of("try", "complaints-mailbox", SAMPLES + "mail/charged-twice.eml");
        assertThat(temporary()).isLessThanOrEqualTo(before);
        assertThat(Files.exists(Path.of("data"))).isEqualTo(data);
    }

    @Test
    void an_unknown_channel_is_told_with_the_known_ones() {
        CommandRun run = CommandRun.of("try", "complaints-mailbx", SAMPLES + "mail/vacation.eml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no channel 'complaints-mailbx' → did you mean 'complaints-mailbox'?");
    }

    @Test
    void a_missing_file_is_wrong_usage() {
        CommandRun run = CommandRun.of("try", "complaints-mailbox", "nowhere.eml");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no file nowhere.eml");
    }

    /** Of this process alone: other test processes run commands at the same time. */
    private static long temporary() throws Exception {
        String own = "redress-console-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(own))
                    .count();
        }
    }
}
