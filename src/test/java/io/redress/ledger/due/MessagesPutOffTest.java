package io.redress.ledger.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.reply.outgoing.MessageWork;
import io.redress.reply.outgoing.OtherWay;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that could not be sent when they were due, or not by the way that was tried. */
class MessagesPutOffTest extends OwnDatabase {

    private static final String TICKET = "R-261128-7K9Q2M";

    private final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final DueWork due = new DueWork(jdbc, clock);

    @BeforeEach
    void a_message_is_due() {
        jdbc.sql("truncate due_work, ticket cascade").update();
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'line', 'chat', 'other', 'normal', 'received', false, 'desk',
                        now(), now(), '{}', now(), now())
                """).param(TICKET).update();
        due.plan(MessageWork.MESSAGE, TICKET, "update 3", clock.instant(), "3");
    }

    @Test
    void a_message_that_a_platform_delays_is_due_again_after_the_pause_that_it_asks_for_and_not_before() {
        DueOrder order = claimed();

        assertThat(due.failed(order, "429", Duration.ofMinutes(7))).isFalse();

        clock.pass(Duration.ofMinutes(7).minusMillis(1));
        assertThat(due.claimMessages(9)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(claimed()).satisfies(again -> {
            assertThat(again.id()).isEqualTo(order.id());
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.argument()).isEqualTo("3");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1,       , PT10S", // no wish
        "1, PT2S,   PT10S", // never sooner than without one
        "3, PT20S,  PT40S",
        "3, PT5M,   PT5M",
        "1, PT24H,  PT1H", // nobody decides when a customer hears but the hub
        "99,      , PT1H"
    })
    void the_pause_is_the_longer_of_the_hub_s_and_the_platform_s_up_to_an_hour(
            int attempt, @Nullable Duration asked, Duration pause) {
        assertThat(RetryPause.of(attempt, asked)).isEqualTo(pause);
    }

    @Test
    void after_the_last_attempt_a_message_is_given_up_whatever_pause_is_asked_for() {
        DueOrder order = claimed();
        var last = new DueOrder(
                order.id(), order.kind(), order.ticketNumber(), order.argument(), order.token(), DueWork.ATTEMPTS);

        assertThat(due.failed(last, "429", Duration.ofMinutes(7))).isTrue();

        assertThat(jdbc.sql("select state || ': ' || note from due_work")
                        .query(String.class)
                        .list())
                .containsExactly("failed: 429");
    }

    @Test
    void a_message_that_is_planned_by_another_way_is_due_at_once_and_once_however_often_it_is_planned() {
        DueOrder order = claimed();
        due.planAgain(order, "mail", "by=mail;3");
        due.planAgain(order, "mail", "by=mail;3");
        due.skip(order, "closed; it goes by mail instead");

        DueOrder again = claimed();

        assertThat(again.id()).isNotEqualTo(order.id());
        assertThat(OtherWay.of(again)).contains(OtherWay.MAIL);
        assertThat(OtherWay.argument(again)).isEqualTo("3");
    }

    private DueOrder claimed() {
        List<DueOrder> claimed = due.claimMessages(9);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }
}
