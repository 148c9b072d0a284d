package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.servicelevel.clock.DeadlineExplainer;
import io.redress.servicelevel.clock.SlaRecalculation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SlaClockRepositoryTest extends LoopHub {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeadlineExplainer deadlineExplainer;

    @Autowired
    SlaRecalculation recalculation;

    @Test
    void each_mark_of_each_clock_is_told_once_and_in_order() {
        String number = opened();
        clock.pass(Duration.ofHours(12));
        assertThat(told(number, 1)).containsExactly("first-response 50");
        clock.pass(Duration.ofHours(12));
        assertThat(told(number, 4))
                .containsExactlyInAnyOrder(
                        "first-response 75", "first-response 100", "first-response level 1", "resolution 50");
        clock.pass(Duration.ofHours(4));
        assertThat(told(number, 1)).containsExactly("first-response level 2");
        assertThat(ticket(number).level()).isEqualTo(2);
        clock.pass(Duration.ofDays(4));
        assertThat(told(number, 6))
                .containsExactlyInAnyOrder(
                        "first-response level 3",
                        "resolution 75",
                        "resolution 100",
                        "resolution level 1",
                        "resolution level 2",
                        "resolution level 3");
        clock.pass(Duration.ofDays(30));
        update(number, "end", "note", "note", "end");
        await().atMost(SOON).until(() -> happened(number).contains("note: end"));
        assertThat(open(number)).isZero();
    }

    @Test
    void a_clock_that_was_kept_tells_nothing_any_more() {
        String number = opened();
        update(number, "a", "answered", "note", "we look into it");
        await().atMost(SOON).until(() -> happened(number).contains("answered: we look into it"));
        update(number, "b", "solved", "remedy", "done");
        awaitHappened(number, "solved");
        clock.pass(Duration.ofDays(3));
        await().atMost(SOON).until(() -> open(number) == 0);
        assertThat(happened(number)).noneMatch(event -> event.startsWith("warned") || event.startsWith("breached"));
    }

    @Test
    void the_resolution_clock_stands_still_while_the_customer_is_waited_for() {
        String number = opened();
        clock.pass(Duration.ofHours(10));
        update(number, "p-1", "awaiting-customer", "note", "please send a photo");
        awaitHappened(number, "awaiting-customer");
        clock.pass(Duration.ofDays(9));
        update(number, "p-2", "in-progress");
        awaitHappened(number, "in-progress");
        assertThat(ticket(number).ticket().serviceLevel().resolutionDue())
                .isEqualTo(clock.instant().plus(Duration.ofHours(38)));
        clock.pass(Duration.ofHours(14));
        assertThat(told(number, 1)).containsExactly("resolution 50");
    }

    @Test
    void a_raised_priority_moves_the_deadline_and_its_warnings() {
        String number = opened();
        clock.pass(Duration.ofHours(1));
        update(number, "r-1", "reclassified", "priority", "urgent");
        assertThat(told(number, 1)).containsExactly("first-response 50");
        assertThat(happened(number)).anyMatch(event -> event.startsWith("deadline moved: first-response is due"));
    }

    @Test
    void a_deadline_is_explained_with_its_pauses() {
        String number = opened();
        update(number, "e-1", "awaiting-customer", "reason", "photo wanted");
        awaitHappened(number, "awaiting-customer");
        clock.pass(Duration.ofHours(3));
        update(number, "e-2", "in-progress");
        awaitHappened(number, "in-progress");
        var explained = deadlineExplainer.of(number).stream()
                .filter(clock -> clock.clock().equals("resolution"))
                .findFirst()
                .orElseThrow();
        assertThat(explained.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(48)));
        assertThat(explained.steps()).anyMatch(step -> step.what().contains("photo wanted"));
    }

    @Test
    void clocks_that_disagree_with_the_rules_are_moved_and_the_history_says_why() {
        String number = opened();
        jdbc.sql("update ticket_clock set due_at = due_at + interval '1 day' where ticket_number = ?")
                .param(number)
                .update();
        recalculation.all("calendar or service levels were changed");
        assertThat(happened(number))
                .anyMatch(event -> event.startsWith("deadline moved: resolution is due")
                        && event.endsWith("calendar or service levels were changed"));
        recalculation.all("again");
        assertThat(happened(number)).noneMatch(event -> event.endsWith("again"));
    }

    private Stream<String> toldOf(List<JsonNode> news) {
        return news.stream()
                .filter(message -> !message.path("clock").asText().isEmpty())
                .map(message -> message.path("clock").asText() + " "
                        + (message.has("percent")
                                ? message.path("percent").asText()
                                : "level " + message.path("level").asText()));
    }

    private List<String> told(String number, int count) {
        return toldOf(news("escalations", number, count)).toList();
    }

    private int open(String number) {
        return jdbc.sql("select count(*) from due_work where ticket_number = ? and kind = 'clock' and state = 'due'")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
