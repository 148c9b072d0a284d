package io.redress.ledger.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.ledger.due.DueWork;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.MessageContent;
import io.redress.reply.outgoing.MessageLimit;
import io.redress.reply.outgoing.MessageLimits;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageLimitTest extends OwnDatabase {

    private static final String TICKET = "R-261122-7K9Q2M";
    private static final String OTHER = "R-261122-7K9Q2N";

    private final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final List<Limit> heldBack = new ArrayList<>();
    private final DueWork due = new DueWork(jdbc, clock);
    private final MessageLimit limit = node(3);

    private MessageLimit node(int perDay) {
        return new MessageLimit(due, new MessageLimits(1, perDay), heldBack::add, clock);
    }

    @BeforeEach
    void tickets() {
        jdbc.sql("truncate due_work, ticket cascade").update();
        for (String number : List.of(TICKET, OTHER)) {
            jdbc.sql("""
                    insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                        first_response_due, resolution_due, document, updated_at, status_since)
                    values (?, gen_random_uuid(), now(), 'web', 'web-form', 'other', 'normal', 'received', false, 'desk',
                            now(), now(), '{}', now(), now())
                    """).param(number).update();
        }
    }

    @Test
    void of_a_thousand_notes_the_customer_is_told_of_so_many_in_a_day_on_all_nodes_together() {
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            told += goes(i % 2 == 0 ? limit : node(3), TICKET, "update") ? 1 : 0;
        }
        assertThat(told).isEqualTo(3);
        assertThat(heldBack).hasSize(997).containsOnly(Limit.TICKET);
        assertThat(goes(limit, OTHER, "update")).as("another ticket").isTrue();
    }

    @Test
    void after_a_day_there_may_be_more() {
        for (int i = 0; i < 5; i++) {
            goes(limit, TICKET, "update");
        }
        clock.pass(Duration.ofHours(24).minusMillis(1));
        assertThat(goes(limit, TICKET, "update")).isFalse();
        clock.pass(Duration.ofMillis(2));
        assertThat(goes(limit, TICKET, "update")).isTrue();
    }

    @Test
    void calls_that_were_reported_and_surveys_count_with_updates_and_the_link_of_a_ticket_does_not() {
        assertThat(goes(limit, TICKET, "callback-missed")).isTrue();
        assertThat(goes(limit, TICKET, "survey")).isTrue();
        assertThat(goes(limit, TICKET, "update")).isTrue();
        for (String template : List.of("callback-missed", "survey", "survey-reminder", "update")) {
            assertThat(goes(limit, TICKET, template)).as(template).isFalse();
        }
        assertThat(goes(limit, TICKET, "acknowledgement")).isTrue();
        assertThat(goes(node(0), OTHER, "update")).isFalse();
    }

    @Test
    void what_was_kept_back_says_so_in_words_for_the_history() {
        assertThat(node(0).reached(planned(TICKET, "update"), new MessageContent("update", Map.of(), Map.of())))
                .hasValueSatisfying(words -> assertThat(words).contains("24 hours"));
    }

    private boolean goes(MessageLimit node, String ticket, String template) {
        DueOrder order = planned(ticket, template);
        boolean goes = node.reached(order, new MessageContent(template, Map.of(), Map.of()))
                .isEmpty();
        if (goes) {
            due.done(order, "li@example.com");
        } else {
            due.skip(order, "kept back");
        }
        return goes;
    }

    private DueOrder planned(String ticket, String template) {
        String key = UUID.randomUUID().toString();
        String argument = "{\"template\":\"" + template + "\",\"texts\":{},\"times\":{}}";
        due.plan(DueWork.MESSAGE, ticket, key, clock.instant(), argument);
        return new DueOrder(DueWork.id(DueWork.MESSAGE, key).toString(), DueWork.MESSAGE, ticket, argument, "token", 1);
    }
}
