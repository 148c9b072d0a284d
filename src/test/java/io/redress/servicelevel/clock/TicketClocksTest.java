package io.redress.servicelevel.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.servicelevel.SlaClock;
import io.redress.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketClocksTest extends ClockMemory {

    private static final Instant DUE = OPENED.plus(Duration.ofHours(48));

    @BeforeEach
    void aTicketIsOpened() {
        opened();
    }

    @Test
    void an_answer_keeps_the_first_promise_only() {
        clocks.responded(TICKET, OPENED.plusSeconds(60));

        assertThat(kept.locked(TICKET, SlaClock.Clock.FIRST_RESPONSE, 1)
                        .orElseThrow()
                        .met())
                .isEqualTo(OPENED.plusSeconds(60));
        assertThat(resolution().ended()).isNull();
    }

    @Test
    void waiting_for_the_customer_moves_the_due_time_by_as_long_as_it_lasted() {
        changed(TicketStatus.IN_PROGRESS, TicketStatus.AWAITING_CUSTOMER, OPENED.plus(Duration.ofHours(1)));
        assertThat(resolution().due()).isNull();

        changed(TicketStatus.AWAITING_CUSTOMER, TicketStatus.IN_PROGRESS, OPENED.plus(Duration.ofHours(11)));

        assertThat(resolution().due()).isEqualTo(DUE.plus(Duration.ofHours(10)));
        assertThat(agenda).containsEntry(TICKET + "/resolution/1/0", OPENED.plus(Duration.ofHours(34)));
    }

    @Test
    void the_first_response_is_owed_while_the_customer_is_waited_for() {
        changed(TicketStatus.IN_PROGRESS, TicketStatus.AWAITING_CUSTOMER, OPENED.plus(Duration.ofHours(1)));

        assertThat(kept.locked(TICKET, SlaClock.Clock.FIRST_RESPONSE, 1)
                        .orElseThrow()
                        .due())
                .isEqualTo(OPENED.plus(Duration.ofHours(24)));
    }

    @Test
    void solved_keeps_the_promise_and_closed_owes_nothing_more() {
        changed(TicketStatus.IN_PROGRESS, TicketStatus.SOLVED, OPENED.plusSeconds(60));
        assertThat(resolution().met()).isEqualTo(OPENED.plusSeconds(60));

        changed(TicketStatus.SOLVED, TicketStatus.CLOSED, OPENED.plusSeconds(90));

        TicketClock first =
                kept.locked(TICKET, SlaClock.Clock.FIRST_RESPONSE, 1).orElseThrow();
        assertThat(first.ended()).isEqualTo(OPENED.plusSeconds(90));
        assertThat(first.met()).isNull();
        assertThat(resolution().met()).isEqualTo(OPENED.plusSeconds(60));
    }

    @Test
    void reopened_starts_both_clocks_anew_and_the_ticket_shows_it() {
        Instant at = OPENED.plus(Duration.ofDays(9));
        changed(TicketStatus.IN_PROGRESS, TicketStatus.SOLVED, OPENED.plusSeconds(60));

        var update = TicketUpdate.of("u", TICKET, UpdateKind.REOPENED, at, "crm", null);
        clocks.changed(new StatusChange(TICKET, TicketStatus.SOLVED, TicketStatus.REOPENED, at, 2, update));

        TicketClock second = kept.locked(TICKET, SlaClock.Clock.RESOLUTION, 2).orElseThrow();
        assertThat(second.due()).isEqualTo(at.plus(Duration.ofHours(48)));
        assertThat(history).contains("shown: resolution " + second.due());
        assertThat(agenda)
                .containsEntry(TICKET + "/resolution/2/0", at.plus(Duration.ofHours(24)))
                .containsEntry(TICKET + "/first-response/2/0", at.plus(Duration.ofHours(12)));
    }

    @Test
    void a_higher_priority_counts_from_the_ticket_s_beginning_and_the_history_says_so() {
        clocks.reclassified(TICKET, POLICY, Priority.URGENT);

        assertThat(resolution().due()).isEqualTo(OPENED.plus(Duration.ofHours(24)));
        assertThat(history)
                .contains("deadline moved: resolution is due " + OPENED.plus(Duration.ofHours(24)) + ", was " + DUE
                        + "; reclassified");
    }

    @Test
    void rules_that_did_not_change_move_nothing() {
        clocks.recalculate(TICKET, "calendar or service levels were changed");

        assertThat(history).isEmpty();
        assertThat(resolution().due()).isEqualTo(DUE);
    }

    @Test
    void the_manager_hears_at_once_of_a_priority_that_says_so_and_of_no_other() {
        var alert = new PriorityAlert(() -> levels, new Notifications(), new Mails(), clock);

        alert.raise(TICKET, Priority.URGENT);
        assertThat(told).isEmpty();

        alert.raise(TICKET, Priority.MAJOR);
        assertThat(told).containsExactly("escalations priority/major: manager", "manager: priority");
    }

    private void changed(TicketStatus from, TicketStatus to, Instant at) {
        var update = TicketUpdate.of("u", TICKET, UpdateKind.NOTE, at, "crm", null);
        clocks.changed(new StatusChange(TICKET, from, to, at, 1, update));
    }
}
