package io.redress.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.Redress;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.testing.SetClock;
import io.redress.testing.TestServer;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From solved to closed by callback, through the routes, the broker and the folders. */
@CamelSpringBootTest
@DirtiesContext
@Import(CallbackPipelineTest.Time.class)
@SpringBootTest(
        classes = Redress.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/*.camel.yaml",
            "redress.call-lists.layout=genesys-cloud",
            "redress.call-lists.tick=200",
            "redress.due.period=200",
            "spring.main.allow-bean-definition-overriding=true"
        })
class CallbackPipelineTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** A Monday, 10:00 in Shanghai. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        properties.add("redress.data-dir", data::toString);
    }

    @Autowired
    TicketLifecycle lifecycle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    SetClock clock;

    @Test
    void a_solved_ticket_is_listed_called_and_settled_by_queue_and_by_file() throws IOException {
        ticket("R-261123-AAAAAA");
        ticket("R-261123-BBBBBB");
        for (String number : List.of("R-261123-AAAAAA", "R-261123-BBBBBB")) {
            var solved = TicketUpdate.of("s", number, UpdateKind.SOLVED, clock.instant(), "crm", "repaired");
            assertThat(lifecycle.apply(solved).outcome()).isEqualTo(TicketLifecycle.Outcome.APPLIED);
        }

        clock.set(MONDAY.plus(Duration.ofHours(24)).minusSeconds(600));
        await().atMost(SOON).until(() -> files("outbox/callbacks").size() == 1);
        Path list = files("outbox/callbacks").get(0);
        assertThat(list.getFileName().toString()).endsWith(".csv");
        assertThat(Files.readAllLines(list)).hasSize(3);

        clock.set(MONDAY.plus(Duration.ofHours(24)));
        String first = String.valueOf(receive("callbacks.due"));
        assertThat(first).contains("\"phone\":\"+8613800138000\"", "\"pool\":false");
        assertThat(receive("callbacks.due")).isNotNull();

        send("{\"id\":\"q-1\",\"callback\":\"" + callback("R-261123-AAAAAA") + "\",\"outcome\":\"reached-solved\"}");
        await().atMost(SOON).until(() -> status("R-261123-AAAAAA").equals("callback"));

        Path inbox = data.resolve("inbox/callback-results");
        Files.createDirectories(inbox);
        Path part = inbox.resolve("back.csv.part");
        Files.writeString(
                part,
                "CallbackId,Attempt,Result,Note\n" + callback("R-261123-BBBBBB")
                        + ",1,Not Solved,again\nbad,1,Busy,\n");
        Files.move(part, inbox.resolve("back.csv"));
        await().atMost(SOON).until(() -> status("R-261123-BBBBBB").equals("reopened"));
        await().atMost(SOON).until(() -> files("inbox/callback-results").stream()
                .map(file -> file.getFileName().toString())
                .toList()
                .containsAll(List.of("back.csv", "back.csv.rejected.csv", "back.csv.summary.txt")));
        await().atMost(SOON).until(() -> !Files.exists(inbox.resolve("back.csv")));
    }

    @Test
    void a_report_that_cannot_be_read_is_a_dead_letter_one_that_cannot_be_used_goes_to_invalid_and_holds_nothing_up()
            throws Exception {
        send("no json");
        send("{\"id\":\"x\",\"callback\":\"" + UUID.randomUUID() + "\",\"outcome\":\"refuses\"}");

        var letter = message("DLQ.callbacks.outcomes");
        assertThat(letter.getBody(String.class)).isEqualTo("no json");
        assertThat(letter.getStringProperty("redressReason")).startsWith("it is not JSON");
        assertThat(letter.getStringProperty("redressRemedy")).contains("docs/callbacks.md");
        assertThat(receive("invalid")).contains("there is no callback");
    }

    private void ticket(String number) {
        String document = "{\"number\":\"" + number + "\",\"customer\":{\"phones\":[\"+8613800138000\"],\"emails\":[],"
                + "\"handles\":[]},\"product\":{},\"receivedAt\":\"2026-11-22T02:00:00Z\",\"complaint\":{\"text\":\"x\","
                + "\"language\":\"en\",\"attachments\":[]},\"channel\":{\"name\":\"web\",\"kind\":\"web-form\",\"itemId\":\""
                + UUID.randomUUID()
                + "\"},\"triage\":{\"category\":\"mismatch\",\"score\":1,\"secondScore\":0,\"review\":false,"
                + "\"priority\":\"normal\",\"reasons\":[]},\"serviceLevel\":{\"policy\":\"general\",\"firstResponseDue\":"
                + "\"2026-11-24T02:00:00Z\",\"resolutionDue\":\"2026-11-24T02:00:00Z\"},\"owner\":\"desk\",\"links\":{}}";
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, ?, now(), 'web', 'web-form', 'mismatch', 'normal', 'in-progress', false, 'desk', now(), now(),
                        ?::jsonb, now(), '2026-11-22T02:00:00Z')
                """).params(number, UUID.randomUUID(), document).update();
    }

    private String status(String number) {
        return jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String callback(String number) {
        return jdbc.sql("select id from callback where ticket_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void send(String outcome) {
        new JmsTemplate(connections).convertAndSend("callbacks.outcomes", outcome);
    }

    private Message message(String queue) {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(SOON.toMillis());
        return jms.receive(queue);
    }

    private @Nullable String receive(String queue) {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(SOON.toMillis());
        return (String) jms.receiveAndConvert(queue);
    }

    private static List<Path> files(String folder) {
        Path place = data.resolve(folder);
        try (Stream<Path> files = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".part"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        SetClock time() {
            return new SetClock(MONDAY);
        }
    }
}
