package io.redress.callback.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallSlot;
import io.redress.callback.CallbackBookings.Booked;
import io.redress.callback.CallbackState;
import io.redress.lifecycle.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingTest extends CallbackMemory {

    private static final String OTHER = "139 0013 9000";

    @Test
    void of_a_phone_number_only_the_last_three_digits_are_shown() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);

        assertThat(booking.offer(TICKET, 1).orElseThrow().phone()).isEqualTo("•••••••••••000");
    }

    @Test
    void the_slots_offered_are_to_come_and_booked_each_in_one_transaction() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);
        List<CallSlot> free = booking.offer(TICKET, 3).orElseThrow().free();

        assertThat(free).hasSize(3).allSatisfy(slot -> assertThat(slot.from()).isAfter(MONDAY));
        assertThat(booking.book(TICKET, free.get(1).from(), null)).isEqualTo(Booked.DONE);

        assertThat(open().slot()).isEqualTo(free.get(1));
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void the_same_choice_again_is_the_same() {
        Instant slot = booked();
        List<String> before = List.copyOf(history);

        assertThat(booking.book(TICKET, slot, null)).isEqualTo(Booked.DONE);

        assertThat(history).isEqualTo(before);
        assertThat(places.taken()).isEqualTo(1);
    }

    @Test
    void another_choice_moves_the_call_and_gives_its_place_back() {
        booked();
        Instant later = booking.offer(TICKET, 3).orElseThrow().free().get(2).from();

        assertThat(booking.book(TICKET, later, null)).isEqualTo(Booked.DONE);

        assertThat(open().slot().from()).isEqualTo(later);
        assertThat(open().attempt()).isEqualTo(1);
        assertThat(places.taken()).isEqualTo(1);
    }

    @Test
    void a_choice_while_a_call_is_given_out_is_another_call() {
        given();
        Instant later = booking.offer(TICKET, 3).orElseThrow().free().get(2).from();

        assertThat(booking.book(TICKET, later, null)).isEqualTo(Booked.DONE);

        assertThat(open().attempt()).isEqualTo(2);
        assertThat(open().state()).isEqualTo(CallbackState.PLANNED);
    }

    @Test
    void only_slots_of_the_desk_that_are_to_come_can_be_booked() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);

        assertThat(booking.book(TICKET, MONDAY.minus(Duration.ofDays(3)), null)).isEqualTo(Booked.FULL);
        assertThat(booking.book(TICKET, MONDAY.plusSeconds(61), null)).isEqualTo(Booked.FULL);
        assertThat(booking.book(TICKET, MONDAY.plus(Duration.ofDays(60)), null)).isEqualTo(Booked.FULL);
        assertThat(callbacks.open(TICKET)).isEmpty();
    }

    @Test
    void a_slot_whose_last_place_went_meanwhile_is_full() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();
        places.closed = Instant.MIN;

        assertThat(booking.book(TICKET, slot, null)).isEqualTo(Booked.FULL);
    }

    @Test
    void a_number_given_on_the_page_serves_this_callback_alone() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, OTHER)).isEqualTo(Booked.DONE);
        assertThat(open().phone()).isEqualTo("+8613900139000");

        assertThat(booking.book(TICKET, slot, MOBILE)).isEqualTo(Booked.DONE);
        assertThat(open().phone()).isNull();
    }

    @Test
    void a_number_that_is_none_or_that_is_not_called_books_nothing() {
        tickets.stands(TicketStatus.RECEIVED);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();

        assertThat(booking.book(TICKET, slot, null)).isEqualTo(Booked.BAD_PHONE);
        assertThat(booking.book(TICKET, slot, "12")).isEqualTo(Booked.BAD_PHONE);
        assertThat(booking.book(TICKET, slot, "+44 900 123 4567")).isEqualTo(Booked.NOT_CALLED);
        assertThat(callbacks.open(TICKET)).isEmpty();
    }

    @Test
    void there_is_nothing_to_choose_for_a_ticket_that_is_none() {
        assertThat(booking.offer("R-261123-AAAAAA", 3)).isEmpty();
        assertThat(booking.book("R-261123-AAAAAA", MONDAY, null)).isEqualTo(Booked.UNKNOWN);
    }

    private Instant booked() {
        tickets.stands(TicketStatus.RECEIVED, MOBILE);
        Instant slot = booking.offer(TICKET, 1).orElseThrow().free().get(0).from();
        assertThat(booking.book(TICKET, slot, null)).isEqualTo(Booked.DONE);
        return slot;
    }
}
