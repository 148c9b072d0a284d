package io.redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeskActTest {

    @ParameterizedTest
    @EnumSource
    void whatever_is_offered_fits_the_status(TicketStatus status) {
        assertThat(DeskAct.of(status, false)).contains(DeskAct.NOTE).allMatch(act -> act.kind()
                .applies(status));
    }

    @Test
    void a_closed_ticket_is_reopened_before_anything_else_is_done() {
        assertThat(DeskAct.of(TicketStatus.CLOSED, false)).containsExactly(DeskAct.NOTE, DeskAct.REOPEN);
    }

    @Test
    void what_is_taken_cannot_be_taken_again() {
        assertThat(DeskAct.of(TicketStatus.RECEIVED, false)).contains(DeskAct.TAKE);
        assertThat(DeskAct.of(TicketStatus.ASSIGNED, true)).doesNotContain(DeskAct.TAKE);
    }
}
