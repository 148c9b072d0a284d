package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three days of warnings and escalations pass in one minute, and the hub is killed among them. */
class DueWorkKilledIT {

    private static final int TICKETS = 40;
    private static final int KILLS = 2;
    /** Two clocks, each with two warnings, the breach and three levels, as shipped. */
    private static final int MARKS = 12;

    @TempDir
    Path folder;

    private final List<JsonNode> told = new ArrayList<>();

    @Test
    void every_mark_of_every_clock_is_told_once_though_the_hub_is_killed_while_they_pass() throws Exception {
        try (var hub = new HubProcess(folder)
                .set("redress.web-form.per-minute", 100_000)
                .set("redress.clock.speed", 4_800)) {
            hub.start();
            for (int i = 0; i < TICKETS; i++) {
                FormSubmission.sent(hub, "The kettle is broken, it does not heat, number " + i);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                int before = told.size();
                await().atMost(Duration.ofMinutes(1)).until(() -> drained(hub) > before);
                hub.kill();
                hub.start();
            }
            await().atMost(Duration.ofMinutes(3)).until(() -> drained(hub) >= TICKETS * MARKS);
            drained(hub);
            Map<String, Integer> ids = new TreeMap<>();
            told.forEach(message -> ids.merge(message.path("id").asText(), 1, Integer::sum));
            assertThat(ids.values()).as("messages a mark").containsOnly(1);
            assertThat(ids).hasSize(TICKETS * MARKS);
            assertThat(eventsOf(hub, told.get(0).path("ticket").asText())).hasSize(MARKS);
        }
    }

    private int drained(HubProcess hub) {
        TicketConsumer.take(hub, "escalations").forEach(taken -> told.add(taken.ticket()));
        return told.size();
    }

    private static List<String> eventsOf(HubProcess hub, String ticket) throws Exception {
        List<String> marks = new ArrayList<>();
        new ObjectMapper()
                .readTree(hub.api("/tickets/" + ticket)).path("history").findValuesAsText("what").stream()
                        .filter(List.of("warned", "breached", "escalated")::contains)
                        .forEach(marks::add);
        return marks;
    }
}
