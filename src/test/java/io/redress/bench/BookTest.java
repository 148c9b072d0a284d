package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BookTest {

    private final Book book = new Book();

    @Test
    void a_complaint_accepted_and_taken_once_is_in_order() {
        int number = book.issue();
        book.accepted(number, 1);
        book.taken(number, 2);
        book.prove();
    }

    @Test
    void a_complaint_accepted_and_never_taken_is_told() {
        book.accepted(book.issue(), 1);
        assertThatThrownBy(book::prove).isInstanceOf(AssertionError.class).hasMessageContaining("taken 0 times");
    }

    @Test
    void a_complaint_taken_twice_is_told() {
        int number = book.issue();
        book.accepted(number, 1);
        book.taken(number, 2);
        book.taken(number, 3);
        assertThatThrownBy(book::prove).isInstanceOf(AssertionError.class).hasMessageContaining("taken 2 times");
    }

    @Test
    void a_complaint_that_nobody_accepted_is_told() {
        book.taken(book.issue(), 2);
        assertThatThrownBy(book::prove).isInstanceOf(AssertionError.class).hasMessageContaining("not accepted");
    }

    @Test
    void a_message_that_nobody_sent_is_told() {
        book.taken(7, 2);
        assertThatThrownBy(book::prove).isInstanceOf(AssertionError.class).hasMessageContaining("messages taken");
    }

    @Test
    void a_marker_gives_its_number_back() {
        assertThat(Book.numberIn("broken, " + Book.marker(1_234) + ".")).isEqualTo(1_234);
        assertThat(Book.numberIn("broken")).isEqualTo(-1);
    }
}
