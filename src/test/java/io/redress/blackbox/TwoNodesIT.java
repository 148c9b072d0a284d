package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.MailServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs in processes of their own share one external broker, one external PostgreSQL, the originals and the key, as
 * docs/operations.md says. Where work is due, their clocks run 4,800 times as fast as time.
 */
class TwoNodesIT {

    private static final int TICKETS = 40;
    /** Two clocks, each with two warnings, the breach and three levels, as shipped. */
    private static final int MARKS = 12;

    private static final String MAILBOX = "complaints-mailbox";
    private static final Duration TAKEOVER = Duration.ofSeconds(30);

    /** So many bytes on the wire that the original goes to the blob store instead of the queue. */
    private static final String LONG_STORY = "\\u6c34".repeat(15_000);

    @TempDir
    Path folder;

    private final List<TicketConsumer.Taken> told = new ArrayList<>();

    @BeforeEach
    void one_clock() throws Exception {
        String now = java.time.Instant.now().toString();
        for (String node : List.of("a", "b")) {
            Path data = Files.createDirectories(folder.resolve(node).resolve("data"));
            Files.writeString(data.resolve("clock-start"), now);
        }
    }

    @Test
    void what_is_due_is_done_once_by_two_nodes_and_by_the_one_that_is_left_when_the_other_is_killed() throws Exception {
        try (var database = new ExternalDatabase(folder.resolve("database")).start();
                var broker = new ExternalBroker(folder.resolve("broker")).start();
                var a = node("a", broker, database);
                var b = node("b", broker, database)) {
            a.start();
            b.start();
            Map<String, HubProcess> takenBy = new HashMap<>();
            for (int i = 0; i < TICKETS; i++) {
                HubProcess node = i % 2 == 0 ? a : b;
                String text = "The kettle is broken, number " + i + ". " + LONG_STORY;
                takenBy.put(FormSubmission.posted(node, "{\"text\":\"" + text + "\",\"phone\":\"13800138000\"}"), node);
            }
            assertThat(takenBy).as("numbers").hasSize(TICKETS);

            await().atMost(Duration.ofMinutes(2)).until(() -> drained(broker) >= TICKETS * MARKS / 3);
            assertThat(a.done("due-step")).as("steps done by one node").isPositive();
            assertThat(b.done("due-step")).as("steps done by the other").isPositive();
            a.kill();
            await().atMost(Duration.ofMinutes(3)).until(() -> drained(broker) >= TICKETS * MARKS);
            drained(broker);

            assertThat(ids()).hasSize(TICKETS * MARKS);
            assertThat(ids().values()).as("messages a mark").containsOnly(1);
            assertThat(numbers(TicketConsumer.take(broker.url(), ExternalBroker.PASSWORD, "complaints.>")))
                    .containsExactlyInAnyOrderElementsOf(takenBy.keySet());
            for (String number : takenBy.keySet()) {
                assertThat(original(b, number)).as("text of " + number).contains(LONG_STORY);
            }
        }
    }

    @Test
    void mails_are_taken_by_the_leader_and_within_30_seconds_by_the_other_node_when_it_hangs_or_is_killed()
            throws Exception {
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        try (var mail = new MailServer(smtp, imap);
                var database = new ExternalDatabase(folder.resolve("database")).start();
                var broker = new ExternalBroker(folder.resolve("broker")).start();
                var a = sharing(HubProcess.withMailbox(folder.resolve("a"), smtp, imap), broker, database);
                var b = sharing(HubProcess.withMailbox(folder.resolve("b"), smtp, imap), broker, database)) {
            a.start();
            b.start();
            mail.send(complaint(1));
            takeover().until(() -> a.done(MAILBOX) == 1);

            signal("STOP", a);
            mail.send(complaint(2));
            takeover().until(() -> b.done(MAILBOX) == 1);
            signal("CONT", a);
            mail.send(complaint(3));
            takeover().until(() -> b.done(MAILBOX) == 2 && state(a).equals("standby"));

            b.kill();
            mail.send(complaint(4));
            takeover().until(() -> a.done(MAILBOX) == 2);
            takeover().until(() -> items(a, "&state=ticketed").size() == 4);
            assertThat(items(a, "")).as("arrivals").hasSize(4);
        }
    }

    private static byte[] complaint(int number) {
        return """
                From: ann%1$d@example.com\r
                To: complaints@redress.test\r
                Subject: Kettle %1$d\r
                Message-ID: <%1$d@example.com>\r
                \r
                Kettle number %1$d leaks.\r
                """.formatted(number).getBytes(StandardCharsets.UTF_8);
    }

    /** The mail server of the test throws in a thread of its own when a killed node's connection ends. */
    private static ConditionFactory takeover() {
        return await().dontCatchUncaughtExceptions().atMost(TAKEOVER);
    }

    private static void signal(String name, HubProcess hub) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(hub.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String state(HubProcess hub) throws Exception {
        for (JsonNode channel :
                new ObjectMapper().readTree(hub.api("/channels")).path("items")) {
            if (channel.path("name").asText().equals(MAILBOX)) {
                return channel.path("state").asText();
            }
        }
        return "none";
    }

    private static JsonNode items(HubProcess hub, String filter) throws Exception {
        return new ObjectMapper()
                .readTree(hub.api("/items?channel=" + MAILBOX + filter))
                .path("items");
    }

    private HubProcess node(String name, ExternalBroker broker, ExternalDatabase database) {
        return sharing(new HubProcess(folder.resolve(name)), broker, database).set("redress.clock.speed", 4_800);
    }

    private HubProcess sharing(HubProcess hub, ExternalBroker broker, ExternalDatabase database) {
        return hub.set("redress.broker.url", broker.failoverUrl())
                .set("redress.broker.username", ExternalBroker.USER)
                .set("redress.broker.password", ExternalBroker.PASSWORD)
                .set("redress.database.url", database.url())
                .set("redress.database.username", "postgres")
                .set("redress.blob-dir", folder.resolve("originals"))
                .set("redress.key-file", folder.resolve("hub.key"))
                .set("redress.web-form.per-minute", 100_000);
    }

    private int drained(ExternalBroker broker) {
        told.addAll(TicketConsumer.take(broker.url(), ExternalBroker.PASSWORD, "escalations"));
        return ids().size();
    }

    private Map<String, Integer> ids() {
        Map<String, Integer> ids = new TreeMap<>();
        told.forEach(message -> ids.merge(message.ticket().path("id").asText(), 1, Integer::sum));
        return ids;
    }

    private static List<String> numbers(List<TicketConsumer.Taken> tickets) {
        return tickets.stream()
                .map(taken -> taken.ticket().path("number").asText())
                .toList();
    }

    private static String original(HubProcess hub, String number) throws Exception {
        var items = new TreeSet<String>();
        new ObjectMapper()
                .readTree(hub.api("/tickets/" + number))
                .path("items")
                .forEach(item -> items.add(item.path("id").asText()));
        assertThat(items).hasSize(1);
        return hub.api("/items/" + items.first() + "/original");
    }
}
