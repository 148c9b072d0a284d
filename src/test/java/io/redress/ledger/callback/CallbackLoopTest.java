package io.redress.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.CallSlot;
import io.redress.callback.CallbackBookings.Booked;
import io.redress.callback.CallbackState;
import io.redress.callback.PartOfDay;
import io.redress.callback.workflow.Callback;
import io.redress.callback.workflow.CallbackOutcomes.Effect;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackLoopTest extends CallbackFixture {

    private static final String MOBILE = "+8613800138000";

    @Test
    void a_solved_ticket_is_called_back_in_the_first_slot_a_day_later() {
        ticket(TICKET, MOBILE);

        solved(TICKET);

        assertThat(open(TICKET).slot().from()).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(history(TICKET)).containsExactly("callback planned: for 2026-11-24 10:00 CST: solved");
    }

    @Test
    void a_ticket_without_a_phone_number_goes_on_to_the_survey_and_says_why() {
        ticket(TICKET, "138****8000");

        solved(TICKET);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.SOLVED);
        until(clock.instant());

        assertThat(status(TICKET)).isEqualTo(TicketStatus.CALLBACK);
        assertThat(updates.get(updates.size() - 1).reason()).isEqualTo("the ticket has no phone number");
    }

    @Test
    void the_owner_is_asked_first_and_then_anybody() {
        ticket(TICKET, "8001", MOBILE);
        solved(TICKET);

        pass(Duration.ofHours(24));
        assertThat(queued).hasSize(1);
        var call = queued.get(0).body();
        assertThat(queued.get(0).queue()).isEqualTo("callbacks.due");
        assertThat(call.path("phone").asText()).isEqualTo(MOBILE);
        assertThat(call.path("pool").asBoolean()).isFalse();
        assertThat(call.path("owner").asText()).isEqualTo("quality-control");
        assertThat(call.path("slotFrom").asText()).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(call.path("name").asText()).isEqualTo("王小姐");

        pass(Duration.ofMinutes(30));
        assertThat(queued).hasSize(2);
        assertThat(queued.get(1).body().path("pool").asBoolean()).isTrue();
        assertThat(queued.get(1).body().path("id")).isEqualTo(call.path("id"));
    }

    @Test
    void nobody_of_the_pool_is_asked_once_the_owner_has_called() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));

        report(open(TICKET), CallResult.REACHED_SOLVED, null);
        pass(Duration.ofDays(3));

        assertThat(queued).hasSize(1);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CALLBACK);
        assertThat(only(TICKET).result()).isEqualTo("reached-solved");
    }

    @Test
    void not_solved_reopens_with_the_note() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));
        Callback row = open(TICKET);

        outcomes.apply(
                new CallOutcome("o-1", row.id(), null, CallResult.REACHED_NOT_SOLVED, null, "agent 7", "还是有色差", null));

        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
        assertThat(updates.get(updates.size() - 1).note()).isEqualTo("还是有色差");
        assertThat(rows.open(TICKET)).isEmpty();
    }

    @Test
    void nobody_answering_is_tried_again_at_other_hours_and_then_written_to() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));
        assertThat(part(open(TICKET).slot())).isEqualTo(PartOfDay.MORNING);

        report(open(TICKET), CallResult.NO_ANSWER, null);
        Callback second = open(TICKET);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.slot().from()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z")); // 14:00, four hours later
        until(second.slot().from());
        report(second, CallResult.NO_ANSWER, null);
        Callback third = open(TICKET);
        assertThat(part(third.slot())).isNotEqualTo(PartOfDay.AFTERNOON);
        until(third.slot().from());
        assertThat(messages).isEmpty();
        report(third, CallResult.NO_ANSWER, null);

        assertThat(rows.open(TICKET)).isEmpty();
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).content().template()).isEqualTo("callback-missed");
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CALLBACK);
    }

    @Test
    void a_wrong_number_is_written_to_and_a_refusal_left_in_peace() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        report(open(TICKET), CallResult.WRONG_NUMBER, null);
        assertThat(messages).hasSize(1);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CALLBACK);

        ticket("R-261123-AAAAAA", MOBILE);
        solved("R-261123-AAAAAA");
        report(open("R-261123-AAAAAA"), CallResult.REFUSES, null);
        assertThat(messages).hasSize(1);
        assertThat(status("R-261123-AAAAAA")).isEqualTo(TicketStatus.CALLBACK);
    }

    @Test
    void call_later_is_a_slot_at_that_time_and_no_missed_call() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));

        report(open(TICKET), CallResult.CALL_LATER, Instant.parse("2026-11-26T07:10:00Z"));

        Callback later = open(TICKET);
        assertThat(later.slot().from()).isEqualTo(Instant.parse("2026-11-26T07:30:00Z"));
        assertThat(later.misses()).isZero();
        assertThat(later.wished()).isTrue();
    }

    @Test
    void an_outcome_that_nobody_reports_counts_as_not_answered_and_is_escalated() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(48).plusMinutes(1));

        assertThat(queued).extracting(message -> message.queue()).contains("escalations");
        assertThat(open(TICKET).attempt()).isEqualTo(2);
        assertThat(open(TICKET).misses()).isEqualTo(1);
        assertThat(history(TICKET)).anyMatch(line -> line.startsWith("callback unreported"));
    }

    @Test
    void the_same_outcome_again_changes_nothing() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));
        var outcome =
                new CallOutcome("dialler-1", open(TICKET).id(), null, CallResult.NO_ANSWER, null, null, null, null);

        assertThat(outcomes.apply(outcome)).isEqualTo(Effect.APPLIED);
        Callback after = open(TICKET);
        assertThat(outcomes.apply(outcome)).isEqualTo(Effect.REPEATED);

        assertThat(open(TICKET)).isEqualTo(after);
    }

    @Test
    void an_outcome_of_an_earlier_call_or_of_one_that_is_over_is_kept_and_changes_nothing() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        pass(Duration.ofHours(24));
        Callback first = open(TICKET);
        report(first, CallResult.NO_ANSWER, null);

        assertThat(report(first, CallResult.REACHED_SOLVED, null)).isEqualTo(Effect.LATE);
        Instant before = clock.instant().minusSeconds(60);
        assertThat(outcomes.apply(
                        new CallOutcome("x", first.id(), null, CallResult.REACHED_SOLVED, before, null, null, null)))
                .isEqualTo(Effect.LATE);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.SOLVED);
        become(TICKET, UpdateKind.REOPENED, "by hand");
        assertThat(report(only(TICKET), CallResult.REACHED_SOLVED, null)).isEqualTo(Effect.LATE);

        assertThat(history(TICKET).stream().filter(line -> line.startsWith("callback reported late")))
                .hasSize(3);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
    }

    @Test
    void reopening_and_closing_cancel_what_is_planned_and_free_its_place() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        become(TICKET, UpdateKind.REOPENED, "by hand");

        assertThat(only(TICKET).state()).isEqualTo(CallbackState.CANCELLED);
        assertThat(jdbc.sql("select count(*) from callback_place")
                        .query(Integer.class)
                        .single())
                .isZero();
        pass(Duration.ofDays(3));
        assertThat(queued).isEmpty();
    }

    @Test
    void solved_again_after_a_reopening_is_called_back_again() {
        ticket(TICKET, MOBILE);
        solved(TICKET);
        become(TICKET, UpdateKind.REOPENED, "by hand");
        pass(Duration.ofHours(1));
        solved(TICKET);

        assertThat(open(TICKET).slot().from()).isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
    }

    @Test
    void a_customer_books_the_slot_once_and_may_move_it() {
        ticket(TICKET, MOBILE);
        List<CallSlot> free = booking.offer(TICKET, 3).orElseThrow().free();
        assertThat(free.get(0).from()).isEqualTo(MONDAY.plus(Duration.ofMinutes(30)));

        assertThat(booking.book(TICKET, free.get(0).from(), null)).isEqualTo(Booked.DONE);
        assertThat(booking.book(TICKET, free.get(0).from(), null)).isEqualTo(Booked.DONE);
        assertThat(booking.book(TICKET, free.get(2).from(), "•••••••••••000")).isEqualTo(Booked.DONE);

        assertThat(open(TICKET).slot()).isEqualTo(free.get(2));
        assertThat(open(TICKET).attempt()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from callback_place")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        until(free.get(2).from());
        assertThat(queued).hasSize(1);
    }

    @Test
    void a_new_phone_number_is_checked_and_serves_that_call_alone() {
        ticket(TICKET);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, null)).isEqualTo(Booked.BAD_PHONE);
        assertThat(booking.book(TICKET, slot, "12")).isEqualTo(Booked.BAD_PHONE);
        assertThat(booking.book(TICKET, slot, "138 0013 8000")).isEqualTo(Booked.DONE);

        assertThat(tickets.find(TICKET).orElseThrow().phones()).isEmpty();
        assertThat(booking.offer(TICKET, 1).orElseThrow().phone()).isEqualTo("•••••••••••000");
        until(slot);
        assertThat(queued.get(0).body().path("phone").asText()).isEqualTo(MOBILE);
        assertThat(queued.get(0).body().path("phoneGivenForThisCall").asBoolean())
                .isTrue();
        assertThat(queued.get(0).body().path("reason").asText()).contains("for this call only");
    }

    @Test
    void a_phone_given_on_the_page_is_never_put_before_the_customer_s_nor_called_again() {
        ticket(TICKET, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, "139 0013 9000")).isEqualTo(Booked.DONE);
        assertThat(tickets.find(TICKET).orElseThrow().phones()).containsExactly(MOBILE);
        assertThat(open(TICKET).phone()).isEqualTo("+8613900139000");

        rows.end(open(TICKET), CallbackState.DONE, "reached-solved");
        assertThat(booking.offer(TICKET, 1).orElseThrow().phone()).isEqualTo("•••••••••••000");
        Instant next = booking.offer(TICKET, 2).orElseThrow().free().get(1).from();
        assertThat(booking.book(TICKET, next, null)).isEqualTo(Booked.DONE);
        assertThat(open(TICKET).phone()).isNull();
    }

    @Test
    void the_ticket_s_own_number_typed_again_takes_the_place_of_the_one_given() {
        ticket(TICKET, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();
        assertThat(booking.book(TICKET, slot, "139 0013 9000")).isEqualTo(Booked.DONE);
        assertThat(booking.book(TICKET, slot, "•••••••••••000")).isEqualTo(Booked.DONE);
        assertThat(open(TICKET).phone()).isEqualTo("+8613900139000");
        assertThat(booking.book(TICKET, slot, MOBILE)).isEqualTo(Booked.DONE);
        assertThat(open(TICKET).phone()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+44 900 123 4567",
                "0044 9001234567",
                "+49 900 1234567",
                "+1 900 234 5678",
                "168 12345",
                "400 123 4567",
                "+44 843 123 4567",
                "+870 773 111 632",
                "00881 6 1234 5678",
                "+882 16 12345678",
                "+371 20123456",
                "+1 876 234 5678"
            })
    void nobody_has_the_shop_call_a_costly_or_far_number(String phone) {
        ticket(TICKET, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, phone)).isIn(Booked.NOT_CALLED, Booked.BAD_PHONE);

        assertThat(rows.open(TICKET)).isEmpty();
        assertThat(history(TICKET)).isEmpty();
    }

    @Test
    void a_costly_number_of_a_form_is_called_neither_and_the_next_one_is() {
        ticket(TICKET, "+449001234567", "+881612345678", MOBILE);
        solved(TICKET);
        assertThat(open(TICKET).phoneFor(tickets.find(TICKET).orElseThrow())).isEqualTo(MOBILE);

        ticket("R-261123-7K3M9R", "+449001234567");
        solved("R-261123-7K3M9R");
        assertThat(rows.open("R-261123-7K3M9R")).isEmpty();
        assertThat(history("R-261123-7K3M9R"))
                .containsExactly(
                        "callback not planned: the ticket has no phone number that is called (docs/callbacks.md, numbers)");
    }

    @Test
    void a_number_that_was_booked_before_it_was_no_longer_called_gives_way_to_the_ticket_s_own() {
        ticket(TICKET, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();
        assertThat(booking.book(TICKET, slot, "139 0013 9000")).isEqualTo(Booked.DONE);
        rows.call(open(TICKET).id(), "+449012345678");
        until(slot);
        assertThat(queued.get(0).body().path("phone").asText()).isEqualTo(MOBILE);
    }

    @Test
    void those_who_call_are_told_no_name_that_only_a_lookup_knew() {
        ticket(TICKET, MOBILE);
        jdbc.sql("update ticket set document = jsonb_set(document, '{customer,nameFrom}', '\"crm\"')")
                .update();
        solved(TICKET);
        pass(Duration.ofHours(24));
        assertThat(queued.get(0).body().path("name").isNull()).isTrue();
    }

    @Test
    void a_customer_who_gives_a_number_abroad_is_called_at_the_very_time_chosen() {
        ticket(TICKET);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, "+1 212 555 0123")).isEqualTo(Booked.DONE);

        assertThat(open(TICKET).slot().from()).isEqualTo(slot);
    }

    @Test
    void a_slot_that_was_not_offered_cannot_be_booked() {
        ticket(TICKET, MOBILE);

        assertThat(booking.book(TICKET, MONDAY.minus(Duration.ofDays(3)), null)).isEqualTo(Booked.FULL);
        assertThat(booking.book(TICKET, MONDAY.plus(Duration.ofHours(14)), null))
                .isEqualTo(Booked.FULL);
        assertThat(booking.book(TICKET, MONDAY.plusSeconds(61), null)).isEqualTo(Booked.FULL);
        assertThat(rows.open(TICKET)).isEmpty();
    }

    @Test
    void a_request_after_a_low_score_is_planned_once() {
        ticket(TICKET, MOBILE);

        transaction.executeWithoutResult(any -> planner.request(TICKET, "survey/1", MONDAY, "low score"));
        report(open(TICKET), CallResult.REACHED_SOLVED, null);
        transaction.executeWithoutResult(any -> planner.request(TICKET, "survey/1", MONDAY, "low score"));

        assertThat(rows.open(TICKET)).isEmpty();
        assertThat(updates).extracting(TicketUpdate::kind).isEmpty();
    }

    @Test
    void a_hub_that_was_down_over_the_slot_calls_in_another_one_and_not_at_night() {
        ticket(TICKET, MOBILE);
        solved(TICKET);

        agenda.performAllLate(Instant.parse("2026-11-24T15:00:00Z")); // 23:00

        assertThat(queued).isEmpty();
        assertThat(open(TICKET).slot().from()).isEqualTo(Instant.parse("2026-11-25T01:00:00Z"));
        assertThat(open(TICKET).misses()).isZero();
    }

    private static PartOfDay part(CallSlot slot) {
        return PartOfDay.of(slot.from().atZone(SHOP).toLocalTime());
    }
}
