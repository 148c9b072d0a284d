package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LifecycleTest extends LoopHub {

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_ticket_is_taken_up_worked_on_and_solved_as_the_system_downstream_says() {
        String number = opened();
        update(number, "crm-1", "accepted", "by", "crm", "reference", "C-77");
        awaitHappened(number, "accepted");
        update(number, "crm-2", "in-progress", "by", "crm", "owner", "wang");
        awaitHappened(number, "in-progress");
        update(number, "crm-3", "solved", "by", "crm", "remedy", "door replaced");
        awaitHappened(number, "solved");
        assertThat(ticket(number).remedy()).isEqualTo("door replaced");
        assertThat(ticket(number).ticket().owner()).isEqualTo("wang");
        assertThat(happened(number)).contains("accepted: there known as C-77", "solved: door replaced");
    }

    @Test
    void the_same_update_again_changes_nothing() {
        String number = opened();
        update(number, "u-1", "accepted");
        update(number, "u-1", "accepted");
        update(number, "u-2", "note", "note", "the end");
        await().atMost(SOON).until(() -> happened(number).contains("note: the end"));
        assertThat(happened(number).stream().filter(event -> event.startsWith("accepted")))
                .hasSize(1);
    }

    @Test
    void an_update_that_something_newer_overtook_is_written_down_and_changes_nothing() {
        String number = opened();
        Instant before = clock.instant();
        clock.pass(Duration.ofMinutes(10));
        update(number, "v-2", "solved", "at", clock.instant().toString(), "remedy", "done");
        awaitHappened(number, "solved");
        update(number, "v-1", "in-progress", "at", before.toString());
        await().atMost(SOON).until(() -> happened(number).stream()
                .anyMatch(event -> event.startsWith("in-progress (late): since then")));
        assertThat(happened(number)).doesNotContain("in-progress");
    }

    @Test
    void an_update_that_does_not_fit_is_refused_in_the_history() {
        String number = opened();
        update(number, "w-1", "reopened");
        await().atMost(SOON).until(() -> happened(number).contains("reopened (refused): it is received"));
        update(number, "w-2", "reclassified", "category", "nonsense");
        await().atMost(SOON)
                .until(() -> happened(number).stream().anyMatch(event -> event.contains("no category 'nonsense'")));
    }

    @Test
    void an_update_of_an_unknown_ticket_or_kind_is_reported_to_the_invalid_message_channel() {
        update("R-260101-AAAAAA", "x-1", "accepted");
        assertThat(news("invalid", "", 1))
                .anyMatch(report -> report.path("reason").asText().equals("no ticket has the number R-260101-AAAAAA"));
        update("R-260101-AAAAAA", "x-2", "eaten");
        assertThat(news("invalid", "", 1))
                .anyMatch(report -> report.path("reason").asText().startsWith("'kind' must be one of"));
    }

    @Test
    void a_reopened_ticket_goes_one_level_up_under_the_same_number_and_its_clocks_start_again() {
        String number = opened();
        update(number, "y-1", "solved", "remedy", "door replaced");
        awaitHappened(number, "solved");
        clock.pass(Duration.ofHours(5));
        update(number, "y-2", "reopened", "reason", "still broken");
        awaitHappened(number, "reopened");
        assertThat(ticket(number).level()).isEqualTo(1);
        assertThat(ticket(number).ticket().serviceLevel().resolutionDue())
                .isEqualTo(clock.instant().plus(Duration.ofHours(48)));
        JsonNode reopened = news("escalations", number, 1).get(0);
        assertThat(reopened.path("type").asText()).isEqualTo("reopened");
        assertThat(reopened.path("level").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-02T00:00:00Z, 0",
        "1970-01-01T00:00:00Z, 0",
        "2026-11-22T00:00:00Z, 0",
        "2027-01-01T00:00:00Z, 10",
        "9999-12-30T00:00:00Z, 10"
    })
    void a_time_that_a_sender_tells_stops_no_clock_before_the_complaint_was_there_or_after_now(
            String told, long minutes) {
        String number = opened();
        Instant received = ticket(number).ticket().receivedAt();
        clock.pass(Duration.ofMinutes(10));
        update(number, "t-1", "answered", "note", "we look into it", "at", told);
        awaitHappened(number, "answered");
        assertThat(ticket(number).ticket().history())
                .filteredOn(event -> event.what().equals("answered"))
                .singleElement()
                .satisfies(event -> assertThat(event.at())
                        .isBetween(
                                received.plus(Duration.ofMinutes(minutes)),
                                received.plus(Duration.ofMinutes(minutes)).plusSeconds(1)));
        assertThat(jdbc.sql("select ended_at from ticket_clock where ticket_number = ? and clock = 'first-response'")
                        .param(number)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBetween(
                        received.plus(Duration.ofMinutes(minutes)),
                        received.plus(Duration.ofMinutes(minutes)).plusSeconds(1));
    }

    @Test
    void a_reclassified_ticket_is_handed_over_to_the_queue_of_its_new_category() {
        String number = opened();
        update(number, "z-1", "reclassified", "category", "logistics");
        await().atMost(SOON)
                .until(() -> ticket(number).ticket().triage().category().equals("logistics"));
        List<JsonNode> handed = news("complaints.logistics", number, 1);
        assertThat(handed).anyMatch(ticket -> ticket.path("number").asText().equals(number));
        assertThat(ticket(number).ticket().owner()).isEqualTo("logistics");
    }
}
