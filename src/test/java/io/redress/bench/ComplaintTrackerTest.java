package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComplaintTrackerTest {

    private final ComplaintTracker tracker = new ComplaintTracker();

    @Test
    void a_complaint_accepted_and_taken_once_is_in_order() {
        int number = tracker.issue();
        tracker.accepted(number, 1);
        tracker.taken(number, 2);
        tracker.prove();
    }

    @Test
    void a_complaint_accepted_and_never_taken_is_told() {
        tracker.accepted(tracker.issue(), 1);
        assertThatThrownBy(tracker::prove).isInstanceOf(AssertionError.class).hasMessageContaining("taken 0 times");
    }

    @Test
    void a_complaint_taken_twice_is_told() {
        int number = tracker.issue();
        tracker.accepted(number, 1);
        tracker.taken(number, 2);
        tracker.taken(number, 3);
        assertThatThrownBy(tracker::prove).isInstanceOf(AssertionError.class).hasMessageContaining("taken 2 times");
    }

    @Test
    void a_complaint_that_nobody_accepted_is_told() {
        tracker.taken(tracker.issue(), 2);
        assertThatThrownBy(tracker::prove).isInstanceOf(AssertionError.class).hasMessageContaining("not accepted");
    }

    @Test
    void a_message_that_nobody_sent_is_told() {
        tracker.taken(7, 2);
        assertThatThrownBy(tracker::prove).isInstanceOf(AssertionError.class).hasMessageContaining("messages taken");
    }

    @Test
    void nobody_waits_for_complaints_that_cannot_be_taken() {
        tracker.takingFailed(new IllegalStateException("the queue is gone"));
        assertThatThrownBy(() -> tracker.awaitTaken(1, 60)).hasRootCauseMessage("the queue is gone");
    }

    @Test
    void a_marker_gives_its_number_back() {
        assertThat(ComplaintTracker.numberIn("broken, " + ComplaintTracker.marker(1_234) + "."))
                .isEqualTo(1_234);
        assertThat(ComplaintTracker.numberIn("broken")).isEqualTo(-1);
    }
}
