package io.redress.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.api.OpsHub;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class GaugesTest extends OpsHub {

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    Mood mood;

    @Test
    void channels_stages_and_queues_are_measured() {
        handedOff("The parcel is late");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .containsPattern("redress_items\\{.*channel=\"measured\",.*state=\"ticketed\".*} ")
                        .containsPattern("redress_queue_depth\\{.*queue=\"complaints.other\"")
                        .containsPattern("redress_queue_oldest_age_seconds\\{.*queue=\"complaints.other\"")
                        .containsPattern("redress_channel_healthy\\{.*channel=\"quiet\".*} 0")
                        .containsPattern("camel_[a-z_]+seconds_count\\{.*routeId=\"triage\""));
    }

    @Test
    void no_figure_names_a_ticket_or_an_item() {
        RawMessage raw = handedOff("The parcel is late");
        assertThat(get("/actuator/prometheus").body())
                .doesNotContain(raw.number())
                .doesNotContain(raw.id());
    }

    @Test
    void the_log_of_a_stage_names_the_item_and_the_ticket(CapturedOutput output) {
        mood.refusal.set(null);
        mood.onRead.set(() -> LoggerFactory.getLogger("a.stage").info("at work"));
        RawMessage raw = handedOff("The parcel is late");
        await().atMost(SOON).until(() -> output.getOut().contains("at work"));
        mood.onRead.set(() -> {});
        assertThat(output.getOut().lines().filter(line -> line.contains("at work")))
                .allMatch(line -> line.contains(raw.number()));
    }

    private RawMessage handedOff(String text) {
        RawMessage raw = handOff.receive("measured", "plain-words", text.getBytes(StandardCharsets.UTF_8), Map.of());
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }
}
