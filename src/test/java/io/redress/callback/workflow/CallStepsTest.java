package io.redress.callback.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallbackState;
import io.redress.callback.SlotRequest;
import io.redress.due.QueueMessage;
import io.redress.due.StepResult;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallStepsTest extends CallbackMemory {

    @Test
    void at_its_slot_a_call_goes_to_the_owner_and_its_further_times_are_planned() {
        Callback planned = planned();
        clock.set(planned.slot().from());

        QueueMessage call = message(steps.call(planned.appointment()));

        assertThat(call.queue()).isEqualTo("callbacks.due");
        assertThat(call.body().path("phone").asText()).isEqualTo(MOBILE);
        assertThat(call.body().path("pool").asBoolean()).isFalse();
        assertThat(open().state()).isEqualTo(CallbackState.DUE);
        assertThat(agenda)
                .containsEntry(
                        "callback-pool " + planned.appointment(),
                        clock.instant().plus(rules.ownerFirst()))
                .containsEntry(
                        "callback-unreported " + planned.appointment(),
                        clock.instant().plus(rules.outcomeWithin()));
    }

    @Test
    void an_appointment_that_was_moved_is_not_kept_at_its_old_time() {
        Callback planned = planned();
        appointments.moveTo(
                planned,
                rules.slots()
                        .suitable(wantedFrom(planned.slot().until()))
                        .findFirst()
                        .orElseThrow());

        assertThat(steps.call(planned.appointment())).isInstanceOf(StepResult.Skipped.class);
        assertThat(open().state()).isEqualTo(CallbackState.PLANNED);
    }

    @Test
    void a_ticket_whose_number_is_gone_by_then_goes_on_without_a_call() {
        Callback planned = planned();
        tickets.stands(TicketStatus.SOLVED);

        assertThat(steps.call(planned.appointment())).isEqualTo(StepResult.done());

        assertThat(callbacks.open(TICKET)).isEmpty();
        assertThat(updates).singleElement().satisfies(update -> {
            assertThat(update.kind()).isEqualTo(UpdateKind.CALLBACK);
            assertThat(update.reason()).isEqualTo("the ticket has no phone number any more");
        });
        assertThat(places.taken()).isZero();
    }

    @Test
    void a_slot_that_went_by_without_the_hub_is_replaced_and_costs_no_attempt() {
        Callback planned = planned();
        clock.set(planned.slot().until());

        assertThat(steps.call(planned.appointment())).isEqualTo(StepResult.done());

        assertThat(open().slot().from()).isAfterOrEqualTo(clock.instant());
        assertThat(open().attempt()).isEqualTo(1);
        assertThat(history).singleElement().asString().contains("went by without the hub");
    }

    @Test
    void a_slot_that_went_by_with_no_other_free_ends_the_callback() {
        Callback planned = planned();
        clock.set(planned.slot().until());
        places.closed = Instant.MIN;

        steps.call(planned.appointment());

        assertThat(callbacks.open(TICKET)).isEmpty();
        assertThat(updates).singleElement().satisfies(update -> assertThat(update.reason())
                .endsWith("no other is free"));
    }

    @Test
    void the_pool_is_asked_only_while_nobody_has_reported() {
        Callback given = given();

        assertThat(message(steps.pool(given.appointment())).body().path("pool").asBoolean())
                .isTrue();
        callbacks.end(given, CallbackState.DONE, "reached-solved");

        assertThat(steps.pool(given.appointment())).isInstanceOf(StepResult.Skipped.class);
    }

    @Test
    void the_pool_calls_nobody_at_night() {
        Callback given = given();
        clock.set(Instant.parse("2026-11-23T15:00:00Z")); // 23:00

        assertThat(steps.pool(given.appointment()))
                .isEqualTo(new StepResult.NotYet(Instant.parse("2026-11-24T01:00:00Z")));
    }

    @Test
    void a_call_that_nobody_reports_counts_as_not_answered_and_is_escalated() {
        Callback given = given();

        QueueMessage escalation = message(steps.unreported(given.appointment()));

        assertThat(escalation.queue()).isEqualTo("escalations");
        assertThat(escalation.body().path("type").asText()).isEqualTo("callback-unreported");
        assertThat(open().misses()).isEqualTo(1);
        assertThat(open().attempt()).isEqualTo(2);
    }

    @Test
    void only_a_ticket_that_is_still_solved_is_moved_on_without_a_call() {
        tickets.stands(TicketStatus.REOPENED);
        assertThat(steps.none("1", TICKET, "the ticket has no phone number")).isInstanceOf(StepResult.Skipped.class);

        tickets.stands(TicketStatus.SOLVED);
        assertThat(steps.none("1", TICKET, "the ticket has no phone number")).isEqualTo(StepResult.done());

        assertThat(updates).singleElement().satisfies(update -> assertThat(update.kind())
                .isEqualTo(UpdateKind.CALLBACK));
    }

    private SlotRequest wantedFrom(Instant time) {
        return SlotRequest.from(time.plus(Duration.ofHours(1)), rules.customer(MOBILE));
    }

    private static QueueMessage message(StepResult result) {
        return ((StepResult.Done) result).messages().get(0);
    }
}
