package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "camel.main.routes-include-pattern=file:routes/*.camel.yaml,file:src/test/resources/delivery/two.camel.yaml")
class TargetsApartTest extends DeliveryHub {

    private static final FaultyServer DEAD = new FaultyServer();
    private static final FaultyServer WELL = new FaultyServer();

    @Autowired
    CircuitBreakers breakers;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("dead.url", DEAD::url);
        properties.add("well.url", WELL::url);
        properties.add("untrusted.url", () -> WELL.url().replace("http:", "https:"));
    }

    @AfterAll
    static void close() throws Exception {
        DEAD.close();
        WELL.close();
    }

    @Test
    void a_dead_target_is_left_alone_by_its_breaker_and_keeps_no_other_waiting() {
        DEAD.fail(TargetFault.AWAY, Integer.MAX_VALUE);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            numbers.add(opened());
        }
        await().atMost(SOON).until(() -> WELL.records().containsAll(numbers));
        await().atMost(SOON).until(() -> breakers.state("dead").equals("open"));
        int calls = DEAD.calls();
        assertThat(calls).isLessThan(20);
        clock.pass(Duration.ofHours(1));
        String last = opened();
        await().atMost(SOON).until(() -> WELL.records().contains(last));
        assertThat(DEAD.calls()).isEqualTo(calls);
        assertThat(breakers.state("well")).isEqualTo("closed");
    }

    @Test
    void each_target_has_threads_of_its_own() {
        awaitRecord(opened());
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .contains("delivery");
    }

    private static void awaitRecord(String number) {
        await().atMost(SOON).until(() -> WELL.records().contains(number));
    }

    @Test
    void nothing_is_sent_where_the_certificate_cannot_be_proven() {
        int calls = WELL.calls();
        String number = sent("I was charged twice on my credit card, please refund the second payment");
        await().atMost(SOON).until(() -> {
            String note = jdbc.sql(
                            "select coalesce(note, '') from delivery where ticket_number = ? and target = 'untrusted'")
                    .param(number)
                    .query(String.class)
                    .optional()
                    .orElse("");
            return note.contains("SSL");
        });
        assertThat(WELL.told(number)).isEmpty();
        assertThat(WELL.calls()).isEqualTo(calls);
    }

    @Test
    void a_target_gets_the_tickets_of_its_categories_only() {
        String number = opened();
        await().atMost(SOON).until(() -> WELL.records().contains(number));
        assertThat(jdbc.sql("select target from delivery where ticket_number = ? order by target")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("dead", "well");
    }
}
