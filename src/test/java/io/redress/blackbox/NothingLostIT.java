package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingLostIT {

    private static final int EACH = Integer.getInteger("redress.test.complaints", 200) / 4;
    private static final int KILLS = Integer.getInteger("redress.test.kills", 2);
    private static final Pattern MARKER = Pattern.compile("(mail|call|form|hook)-\\d+");

    @TempDir
    Path folder;

    @Test
    void every_accepted_complaint_is_one_ticket_and_one_message_though_the_hub_is_killed_while_they_flow()
            throws Exception {
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        try (var mail = new MailServer(smtp, imap);
                var hub = HubProcess.withMailbox(folder, smtp, imap).set("redress.web-form.per-minute", 100_000)) {
            hub.start();
            var load = new Load(hub, mail);
            List<JsonNode> taken = new ArrayList<>();
            for (int round = 0; round < KILLS; round++) {
                int from = EACH * round / KILLS;
                int to = EACH * (round + 1) / KILLS;
                load.file(from, to);
                List<CompletableFuture<Void>> senders = List.of(
                        CompletableFuture.runAsync(() -> load.mails(from, to)),
                        CompletableFuture.runAsync(() -> load.forms(from, to)),
                        CompletableFuture.runAsync(() -> load.webhooks(from, to)));
                int half = from + (to - from) / 2;
                await().dontCatchUncaughtExceptions()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> load.accepted.contains("form-" + half));
                hub.kill();
                hub.start();
                finish(senders);
                taken.addAll(Tickets.drain(hub));
            }
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        taken.addAll(Tickets.drain(hub));
                        assertThat(count(taken).keySet()).containsAll(load.accepted);
                    });
            taken.addAll(Tickets.drain(hub));
            Map<String, Integer> messages = count(taken);
            assertThat(load.accepted).hasSize(4 * EACH);
            assertThat(messages.keySet()).as("lost or made up").isEqualTo(load.accepted);
            assertThat(messages.values()).as("messages a complaint").containsOnly(1);
            assertThat(ticketsInLedger(hub)).as("tickets in the ledger").isEqualTo(4 * EACH);
        }
    }

    private static Map<String, Integer> count(List<JsonNode> tickets) {
        Map<String, Integer> byMarker = new TreeMap<>();
        for (JsonNode ticket : tickets) {
            Matcher marker = MARKER.matcher(ticket.at("/complaint/text").asText());
            assertThat(marker.find()).as("marker in " + ticket).isTrue();
            byMarker.merge(marker.group(), 1, Integer::sum);
        }
        return byMarker;
    }

    private static int ticketsInLedger(HubProcess hub) throws Exception {
        int count = 0;
        String cursor = "";
        do {
            JsonNode page = new ObjectMapper().readTree(hub.api("/tickets?size=500" + cursor));
            count += page.path("items").size();
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return count;
    }

    private static void finish(List<CompletableFuture<Void>> senders) throws InterruptedException, ExecutionException {
        for (CompletableFuture<Void> sender : senders) {
            sender.get();
        }
    }
}
