package io.redress.ledger.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.ObservedChange;
import io.redress.ledger.news.InboundUpdateService.Unread;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundUpdateServiceTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final String TICKET = "R-261122-7K9Q2M";
    private static final String OTHER = "R-261122-7K9Q2N";

    private final InboundUpdateService service = service();

    @BeforeEach
    void tickets() {
        jdbc.sql("truncate news_state, news_position, delivery_record, delivery, ticket cascade")
                .update();
        for (String number : List.of(TICKET, OTHER)) {
            jdbc.sql("""
                    insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                        first_response_due, resolution_due, document, updated_at, status_since)
                    values (?, gen_random_uuid(), now(), 'web', 'web-form', 'other', 'normal', 'received', false, 'desk',
                            now(), now(), '{}', now(), now())
                    """).param(number).update();
        }
        for (String source : List.of("c", "d", "rt")) {
            recorded(source, TICKET, "9");
        }
    }

    @Test
    void the_position_is_that_of_the_last_look_whose_news_were_sent() {
        assertThat(service.position("a")).isEmpty();
        service.taken("a", new InboundUpdates(List.of(), "7"));
        assertThat(service().position("a")).isEqualTo("7");
        assertThat(service().position("b")).isEmpty();
    }

    @Test
    void a_state_that_was_seen_is_no_news_even_after_a_restart_until_it_changes() {
        InboundUpdates done = look("c", "done", "1");
        assertThat(service.fresh("c", done).updates()).hasSize(1);
        assertThat(service.fresh("c", done).updates()).as("not sent yet").hasSize(1);
        service.position("c");
        service.taken("c", done);
        assertThat(service().fresh("c", look("c", "done", "2")).updates()).isEmpty();
        service.position("c");
        service.taken("c", look("c", "draft", "3"));
        assertThat(service().fresh("c", look("c", "done", "4")).updates())
                .as("decided again")
                .hasSize(1);
    }

    @Test
    void a_look_counts_only_if_its_node_leads_from_its_beginning_to_its_end() {
        jdbc.sql("update cluster_leader set fencing = 7").update();
        AtomicLong fencing = new AtomicLong(7);
        var paused = new InboundUpdateService(jdbc, fencing::get, new SetClock(NOW));
        assertThat(paused.position("c")).isEmpty();
        InboundUpdates draft = paused.fresh("c", look("c", "draft", "1"));

        jdbc.sql("update cluster_leader set fencing = 8").update();
        var leader = new InboundUpdateService(jdbc, () -> 8, new SetClock(NOW));
        assertThat(leader.position("c")).isEmpty();
        leader.taken("c", leader.fresh("c", look("c", "done", "2")));
        paused.taken("c", draft);
        assertThat(leader.position("c")).as("position").isEqualTo("2");
        assertThat(leader.fresh("c", look("c", "done", "3")).updates())
                .as("the state that was seen")
                .isEmpty();

        jdbc.sql("update cluster_leader set fencing = 9").update();
        fencing.set(9);
        paused.taken("c", draft);
        assertThat(leader.position("c"))
                .as("leads again, but did not when it looked")
                .isEqualTo("2");
        paused.position("c");
        paused.taken("c", look("c", "draft", "4"));
        assertThat(leader.position("c")).as("a new look").isEqualTo("4");
        jdbc.sql("update cluster_leader set fencing = 0").update();
    }

    @Test
    void a_change_that_is_read_again_is_sent_once() {
        InboundUpdates change = look("d", null, "1");
        service.position("d");
        service.taken("d", change);
        assertThat(service.fresh("d", change).updates()).isEmpty();
        assertThat(service.fresh("d", look("d", null, "2")).updates()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "9, R-261122-7K9Q2N, another ticket's number in the ticket's own record",
        "10, R-261122-7K9Q2M, a record that no delivery made",
        "10, R-261122-7K9Q2N, such a record for a ticket that is not delivered",
        "9, R-261122-7K9Q99, a ticket that there is not",
        "09, R-261122-7K9Q2M, the record's id in another spelling",
        "'9 ', R-261122-7K9Q2M, the same with a blank",
        "9, r-261122-7k9q2m, the number in small letters",
        "9, 'R-261122-7K9Q2M, R-261122-7K9Q2N', two numbers",
        "9, '', no number",
        "8, R-261122-7K9Q2N, the record of that ticket in another system",
    })
    void news_of_a_record_that_was_not_made_for_the_ticket_it_names_are_reported_and_told_nobody(
            String record, String ticket, String why) {
        recorded("tryton", OTHER, "8");
        InboundUpdates seen = service.fresh("rt", news(record, ticket, "1"));

        assertThat(seen.updates()).as(why).isEmpty();
        assertThat(seen.position()).isEqualTo("1");
        assertThat(service.reports("rt", seen)).singleElement().satisfies(report -> {
            assertThat(report.queue()).isEqualTo("invalid");
            assertThat(report.body().path("reason").asText())
                    .contains("record " + record + " of rt", "no delivery of that ticket made it");
            assertThat(report.body().path("remedy").asText()).contains("number back");
        });
        service.position("rt");
        service.taken("rt", seen);
        assertThat(service().reports("rt", service().fresh("rt", news(record, ticket, "1"))))
                .as("once, even after a restart")
                .isEmpty();
    }

    @Test
    void news_of_the_record_that_the_ticket_s_delivery_made_count() {
        InboundUpdates seen = service.fresh("rt", news("9", TICKET, "1"));
        assertThat(seen.updates()).hasSize(1);
        assertThat(service.reports("rt", seen)).isEmpty();
    }

    @Test
    void while_a_delivery_is_under_way_its_record_is_looked_at_again_and_nothing_is_lost() {
        jdbc.sql("""
                insert into delivery (id, target, ticket_number, kind, state, due_at, attempts, planned_at, updated_at)
                values (gen_random_uuid(), 'rt', ?, 'ticket', 'waiting', now(), 1, now(), now())
                """).param(OTHER).update();
        InboundUpdates early = service.fresh("rt", news("11", OTHER, "5"));
        assertThat(early.updates()).isEmpty();
        assertThat(early.foreign()).isEmpty();
        service.position("rt");
        service.taken("rt", early);
        assertThat(service.position("rt")).as("read again from there").isEmpty();

        recorded("rt", OTHER, "11");
        assertThat(service.fresh("rt", news("11", OTHER, "5")).updates()).hasSize(1);
    }

    @Test
    void a_record_of_another_ticket_waits_for_no_delivery_that_is_under_way() {
        jdbc.sql("""
                insert into delivery (id, target, ticket_number, kind, state, due_at, attempts, planned_at, updated_at)
                values (gen_random_uuid(), 'rt', ?, 'ticket', 'waiting', now(), 1, now(), now())
                """).param(OTHER).update();
        assertThat(service.fresh("rt", news("9", OTHER, "5")).foreign()).hasSize(1);
    }

    @Test
    void a_system_that_cannot_be_read_is_told_with_the_first_look_that_failed_until_it_is_read() {
        var clock = new SetClock(NOW);
        var looking = new InboundUpdateService(jdbc, () -> 0, clock);
        looking.unread("e", new IOException("refused"));
        clock.set(NOW.plusSeconds(60));
        looking.unread("e", new IOException("timed out"));
        assertThat(looking.unread())
                .containsExactly(Map.entry("e", new Unread("IOException: timed out", NOW, NOW.plusSeconds(60))));
        looking.position("e");
        looking.taken("e", new InboundUpdates(List.of(), "1"));
        assertThat(looking.unread()).isEmpty();
    }

    @Test
    void a_system_that_is_no_longer_looked_at_is_forgotten() {
        var clock = new SetClock(NOW);
        var looking = new InboundUpdateService(jdbc, () -> 0, clock);
        looking.unread("f", new IOException("refused"));
        clock.set(NOW.plusSeconds(7_200));
        assertThat(looking.unread()).isEmpty();
    }

    private InboundUpdateService service() {
        return new InboundUpdateService(jdbc, () -> 0, new SetClock(NOW));
    }

    private void recorded(String source, String number, String record) {
        jdbc.sql("insert into delivery_record (target, ticket_number, record_id) values (?, ?, ?)")
                .params(source, number, record)
                .update();
    }

    private static InboundUpdates news(String record, String ticket, String id) {
        var update = TicketUpdate.of("rt-" + id, ticket, UpdateKind.SOLVED, NOW, "rt", "resolved there");
        return new InboundUpdates(List.of(new ObservedChange(record, null, update)), id);
    }

    private static InboundUpdates look(String source, String state, String id) {
        var update = TicketUpdate.of(source + id, TICKET, UpdateKind.SOLVED, NOW, source, "done there");
        return new InboundUpdates(List.of(new ObservedChange("9", state, update)), id);
    }
}
