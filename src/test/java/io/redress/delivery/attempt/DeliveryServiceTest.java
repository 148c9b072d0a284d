package io.redress.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.redress.delivery.Delivered;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.due.QueueMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryServiceTest extends DeliveryMemory {

    @Test
    void an_attempt_carries_its_count_so_that_a_second_one_may_look_for_the_first_s_record() {
        assertThat(service.begin(ORDER, "crm").mayHaveArrived()).isTrue();
    }

    @Test
    void a_void_order_is_given_back_and_nothing_is_attempted() {
        deliveries.isVoid = true;

        assertThat(service.begin(ORDER, "crm")).isNull();
        assertThat(deliveries.calls).containsExactly("released");
    }

    @Test
    void what_was_delivered_ends_with_its_record_in_one_transaction() {
        assertThat(service.ended(ORDER, new Delivered("42", "found by our number")))
                .isEmpty();

        assertThat(deliveries.calls).containsExactly("delivered: found by our number", "R-260701-7K9Q2M is 42 of crm");
        assertThat(history).containsExactly("delivered: ticket to crm as 42");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void steps_that_end_with_anything_have_delivered_and_no_record_is_known() {
        service.ended(ORDER, "201 Created");

        assertThat(deliveries.calls).containsExactly("delivered: null");
        assertThat(history).containsExactly("delivered: ticket to crm");
    }

    @Test
    void a_void_order_ends_nothing() {
        deliveries.isVoid = true;

        service.ended(ORDER, new Delivered("42", null));

        assertThat(deliveries.calls).containsExactly("delivered: null");
        assertThat(history).isEmpty();
    }

    @Test
    void what_was_refused_ends_and_is_reported_with_numbers_masked() {
        List<QueueMessage> reports = service.failed(ORDER, new IOException(new TargetRefused("no +8613800138000")));

        assertThat(deliveries.calls).containsExactly("refused: no +8613800138000");
        assertThat(history).containsExactly("delivery refused: ticket by crm");
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.queue()).isEqualTo("invalid");
            assertThat(report.body().path("from").asText()).isEqualTo("delivery.crm");
            assertThat(report.body().path("reason").asText()).startsWith("no ").doesNotContain("13800138000");
        });
    }

    @Test
    void a_row_that_the_target_s_table_does_not_take_is_refused() {
        assertThat(service.failed(ORDER, new IOException(new IllegalArgumentException("too long"))))
                .hasSize(1);

        assertThat(deliveries.calls).containsExactly("refused: the table takes no such row: IllegalArgumentException");
    }

    @Test
    void what_failed_is_put_off_longer_each_time() {
        assertThat(service.failed(ORDER, new IOException("connection reset"))).isEmpty();

        assertThat(deliveries.calls)
                .containsExactly("failed until " + NOW.plusSeconds(40) + ": IOException: connection reset");
        assertThat(holds.held).isEmpty();
    }

    @Test
    void a_target_that_asks_for_a_pause_gets_it_for_all_its_deliveries() {
        service.failed(ORDER, new TargetUnavailable("busy", Duration.ofMinutes(2)));

        assertThat(holds.held.get("crm").notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
        assertThat(deliveries.calls).singleElement().asString().startsWith("failed until ");
    }

    @Test
    void of_an_unknown_error_only_the_class_is_kept() {
        service.failed(ORDER, new IllegalStateException("Li Na, +8613800138000"));

        assertThat(deliveries.calls).singleElement().asString().endsWith(": IllegalStateException");
    }

    @Test
    void what_an_open_breaker_kept_from_being_tried_is_no_attempt() {
        service.failed(
                ORDER, CallNotPermittedException.createCallNotPermittedException(CircuitBreaker.ofDefaults("crm")));

        assertThat(deliveries.calls).containsExactly("postponed to " + NOW.plusSeconds(5));
    }

    @Test
    void of_a_delivery_that_was_deleted_by_hand_nothing_is_written() {
        deliveries.attempt = Optional.empty();

        assertThat(service.failed(ORDER, new IOException())).isEmpty();
        assertThat(deliveries.calls).isEmpty();
    }
}
