package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;

/** What every kind of delivery keeps to, whatever its target does. */
abstract class DeliveryContract extends DeliveryHub {

    abstract FaultyTarget target();

    /** What can go wrong with targets of the kind. */
    abstract Set<TargetFault> possible();

    @AfterEach
    void the_target_is_well_again() {
        target().fail(TargetFault.ERROR, 0);
    }

    @Test
    void a_ticket_reaches_the_target_once_with_our_number() {
        String number = opened();
        awaitDelivered(number);
        assertThat(target().records()).containsOnlyOnce(number);
        assertThat(target().told(number)).singleElement().asString().contains("the fridge door does not close");
    }

    @Test
    void a_slow_target_gets_it_once() {
        assertThat(after(TargetFault.SLOW, 1)).isOne();
    }

    @Test
    void a_target_that_fails_for_a_while_gets_it_once() {
        assertThat(after(TargetFault.ERROR, 4)).isOne();
    }

    @Test
    void an_answer_that_breaks_off_makes_no_second_record() {
        assertThat(after(TargetFault.RESET, 1)).isOne();
    }

    @Test
    void silence_after_the_record_was_made_makes_no_second_one() {
        assertThat(after(TargetFault.SILENT_AFTER_COMMIT, 1)).isOne();
    }

    @Test
    void a_target_that_has_it_already_is_asked_for_its_record() {
        assertThat(after(TargetFault.DUPLICATE, 1)).isOne();
    }

    @Test
    void an_answer_without_sense_makes_no_second_record() {
        assertThat(after(TargetFault.MALFORMED, 1)).isOne();
    }

    @Test
    void a_token_that_expired_is_replaced() {
        awaitDelivered(opened());
        assertThat(after(TargetFault.EXPIRED_TOKEN, 1)).isOne();
    }

    @Test
    void a_target_that_asks_for_patience_is_left_alone_until_then() {
        assumeTrue(possible().contains(TargetFault.TOO_MANY));
        target().fail(TargetFault.TOO_MANY, 1);
        String number = opened();
        awaitNote(number, "429");
        int calls = target().calls();
        String next = opened();
        await().atMost(SOON).until(() -> states(next).equals(List.of("ticket waiting")));
        clock.pass(Duration.ofSeconds(119));
        await().during(Duration.ofMillis(500)).atMost(SOON).until(() -> target().calls() == calls);
        clock.pass(Duration.ofSeconds(15));
        awaitDelivered(number);
        awaitDelivered(next);
        assertThat(target().records()).containsOnlyOnce(number, next);
    }

    @Test
    void what_is_refused_for_good_becomes_a_dead_letter_with_the_answers_text() {
        assumeTrue(possible().contains(TargetFault.REFUSE));
        target().fail(TargetFault.REFUSE, 1);
        String number = opened();
        await().atMost(SOON).until(() -> states(number).equals(List.of("ticket refused")));
        assertThat(note(number)).contains("queue is unknown here");
        assertThat(letter(number)).contains("queue is unknown here").contains("delivery." + TARGET);
    }

    @Test
    void after_a_day_without_the_target_everything_is_delivered_once_and_in_order() {
        target().fail(TargetFault.AWAY, Integer.MAX_VALUE);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            numbers.add(opened());
        }
        await().atMost(SOON).until(() -> !states(numbers.get(29)).isEmpty());
        for (int hour = 0; hour < 24; hour++) {
            clock.pass(Duration.ofHours(1));
            producer.requestBody("direct:deliveries", (Object) null);
        }
        target().fail(TargetFault.AWAY, 0);
        await().atMost(SOON.multipliedBy(2)).until(() -> {
            clock.pass(Duration.ofMinutes(1));
            return numbers.stream().allMatch(number -> states(number).equals(List.of("ticket delivered")));
        });
        assertThat(target().records()).containsOnlyOnce(numbers.toArray(String[]::new));
    }

    @Test
    void what_a_killed_hub_began_is_delivered_once() {
        target().fail(TargetFault.AWAY, Integer.MAX_VALUE);
        String number = opened();
        await().atMost(SOON).until(() -> !note(number).isEmpty());
        jdbc.sql(
                        "update delivery set leased_until = clock_timestamp() - interval '1 minute', token = gen_random_uuid(),"
                                + " due_at = now() - interval '100 years' where ticket_number = ?")
                .param(number)
                .update();
        target().fail(TargetFault.AWAY, 0);
        awaitDeliveredInTime(number);
        assertThat(target().records()).containsOnlyOnce(number);
    }

    /** How many records the target has of a ticket after it misbehaved. */
    private long after(TargetFault fault, int times) {
        assumeTrue(possible().contains(fault));
        target().fail(fault, times);
        String number = opened();
        awaitDeliveredInTime(number);
        return target().records().stream().filter(number::equals).count();
    }

    private String letter(String number) {
        var jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(5_000);
        String text = (String) jms.receiveAndConvert("invalid");
        return text != null && text.contains(number) ? text : "no report of " + number + " but " + text;
    }
}
