package io.redress.callback.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallbackState;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackPlannerTest extends CallbackMemory {

    @Test
    void a_solved_ticket_is_called_back_no_earlier_than_the_rules_say() {
        tickets.stands(TicketStatus.SOLVED, MOBILE);

        planner.changed(to(TicketStatus.SOLVED));

        assertThat(open().slot().from()).isEqualTo(MONDAY.plus(rules.after()));
        assertThat(agenda)
                .containsEntry("callback " + open().appointment(), open().slot().from());
    }

    @Test
    void the_same_change_again_plans_nothing_more() {
        tickets.stands(TicketStatus.SOLVED, MOBILE);
        planner.changed(to(TicketStatus.SOLVED));
        callbacks.end(open(), CallbackState.DONE, "reached-solved");

        planner.changed(to(TicketStatus.SOLVED));

        assertThat(callbacks.open(TICKET)).isEmpty();
    }

    @Test
    void a_call_that_is_planned_serves_for_what_is_asked_meanwhile() {
        Callback planned = planned();

        planner.request(TICKET, "survey/1", MONDAY, "low score");

        assertThat(open()).isEqualTo(planned);
        assertThat(history).singleElement().asString().startsWith("callback requested: low score; the call at");
    }

    @Test
    void a_customer_without_a_number_that_is_called_moves_on_at_once_and_the_history_says_why() {
        tickets.stands(TicketStatus.SOLVED, "138****8000");

        planner.changed(to(TicketStatus.SOLVED));

        assertThat(history).containsExactly("callback not planned: the ticket has no phone number");
        assertThat(agenda).containsEntry("callback-none the ticket has no phone number", clock.instant());
    }

    @Test
    void a_slot_after_the_time_that_was_promised_is_said_to_be_late() {
        tickets.stands(TicketStatus.SOLVED, MOBILE);
        clock.set(MONDAY.plus(Duration.ofDays(20)));

        planner.changed(to(TicketStatus.SOLVED));

        assertThat(history).singleElement().asString().contains("no suitable slot was free by");
    }

    @ParameterizedTest
    @EnumSource(names = {"REOPENED", "CLOSED"})
    void reopening_or_closing_cancels_the_call_and_frees_its_place(TicketStatus status) {
        Callback planned = planned();

        planner.changed(to(status));

        assertThat(callbacks.find(planned.id()).orElseThrow().state()).isEqualTo(CallbackState.CANCELLED);
        assertThat(places.taken()).isZero();
    }

    private StatusChange to(TicketStatus to) {
        Instant at = MONDAY;
        TicketUpdate update = TicketUpdate.of("u", TICKET, UpdateKind.SOLVED, at, "crm", null);
        return new StatusChange(TICKET, TicketStatus.IN_PROGRESS, to, at, 1, update);
    }
}
