package io.redress.callback.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.workflow.CallbackOutcomes.Effect;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackOutcomesTest extends CallbackMemory {

    @Test
    void a_report_of_a_callback_that_is_none_of_ours_is_unknown() {
        assertThat(outcomes.apply(outcome("1", UUID.randomUUID(), null, CallResult.REFUSES, null, null)))
                .isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void each_report_is_one_transaction() {
        Callback given = given();

        report(given, CallResult.NO_ANSWER);

        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void a_repeated_report_changes_nothing() {
        Callback given = given();
        CallOutcome outcome = outcome("1", given.id(), null, CallResult.NO_ANSWER, null, null);

        assertThat(outcomes.apply(outcome)).isEqualTo(Effect.APPLIED);
        Callback after = open();

        assertThat(outcomes.apply(outcome)).isEqualTo(Effect.REPEATED);
        assertThat(open()).isEqualTo(after);
    }

    @Test
    void a_report_of_an_earlier_call_is_kept_and_changes_nothing() {
        Callback given = given();
        report(given, CallResult.NO_ANSWER);
        Callback second = open();

        assertThat(report(given, CallResult.REACHED_SOLVED)).isEqualTo(Effect.LATE);

        assertThat(open()).isEqualTo(second);
        assertThat(history).last().asString().endsWith("it changes nothing");
    }

    @Test
    void a_report_without_attempt_belongs_to_the_call_that_was_planned_when_it_happened() {
        Callback given = given();
        Instant first = clock.instant();
        clock.set(first.plusSeconds(60));
        report(given, CallResult.NO_ANSWER);

        assertThat(outcomes.apply(outcome("early", given.id(), null, CallResult.REFUSES, first, null)))
                .isEqualTo(Effect.LATE);
        assertThat(outcomes.apply(outcome("now", given.id(), null, CallResult.REFUSES, null, null)))
                .isEqualTo(Effect.APPLIED);
    }

    @Test
    void who_is_known_to_have_sent_it_stands_before_who_is_said_to_have_called() {
        Callback given = given();

        outcomes.apply(outcome("1", given.id(), null, CallResult.REFUSES, null, null), "dialler");

        assertThat(authors).first().isEqualTo("dialler");
        assertThat(history).first().asString().contains("agent 7");
    }

    @Test
    void the_last_call_that_nobody_answers_is_followed_by_a_message() {
        Callback next = given();
        for (int call = 1; call < rules.most(); call++) {
            report(next, CallResult.NO_ANSWER);
            next = open();
        }
        assertThat(written).isEmpty();

        report(next, CallResult.NO_ANSWER);

        assertThat(callbacks.open(TICKET)).isEmpty();
        assertThat(written).containsExactly("callback-missed");
        assertThat(updates).singleElement().satisfies(update -> assertThat(update.reason())
                .isEqualTo("no answer to 3 calls; a message goes out instead"));
    }

    @Test
    void the_next_call_is_apart_and_in_another_part_of_the_day() {
        Callback given = given();

        report(given, CallResult.NO_ANSWER);

        assertThat(open().slot().from()).isAfterOrEqualTo(given.slot().from().plus(rules.apart()));
        var customer = rules.customer(MOBILE);
        assertThat(customer.part(open().slot())).isNotEqualTo(customer.part(given.slot()));
    }

    @Test
    void the_time_that_the_customer_named_is_a_wish_and_no_missed_call() {
        Callback given = given();
        Instant named = Instant.parse("2026-11-26T07:30:00Z");

        outcomes.apply(outcome("1", given.id(), null, CallResult.CALL_LATER, null, named));

        assertThat(open().slot().from()).isEqualTo(named);
        assertThat(open().wished()).isTrue();
        assertThat(open().misses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1H", "P365D"})
    void a_time_that_has_passed_or_is_a_year_off_is_no_wish(Duration off) {
        Callback given = given();

        outcomes.apply(outcome(
                "1",
                given.id(),
                null,
                CallResult.CALL_LATER,
                null,
                clock.instant().plus(off)));

        assertThat(open().wished()).isFalse();
    }

    @Test
    void not_solved_reopens_and_nothing_is_written() {
        report(given(), CallResult.REACHED_NOT_SOLVED);
        assertThat(updates).singleElement().satisfies(update -> assertThat(update.kind())
                .isEqualTo(UpdateKind.REOPENED));
        assertThat(written).isEmpty();
    }

    @Test
    void a_wrong_number_is_written_to() {
        report(given(), CallResult.WRONG_NUMBER);
        assertThat(written).containsExactly("callback-missed");
    }

    @Test
    void without_a_free_slot_for_another_call_a_message_goes_out() {
        Callback given = given();
        places.closed = Instant.MIN;

        report(given, CallResult.NO_ANSWER);

        assertThat(callbacks.open(TICKET)).isEmpty();
        assertThat(written).containsExactly("callback-missed");
    }

    @Test
    void a_ticket_that_stands_elsewhere_gets_a_line_and_no_update() {
        Callback given = given();
        tickets.stands(TicketStatus.CLOSED, MOBILE);

        report(given, CallResult.REACHED_SOLVED);

        assertThat(updates).isEmpty();
        assertThat(history).last().asString().startsWith("callback over");
    }

    private static CallOutcome outcome(
            String id,
            UUID callback,
            @Nullable Integer attempt,
            CallResult result,
            @Nullable Instant at,
            @Nullable Instant again) {
        return new CallOutcome(id, callback, attempt, result, at, "agent 7", null, again);
    }
}
