package io.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.ChatMessage;
import io.redress.intake.SenderVerification;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that others tell are never to come. */
class ReportedTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T08:00:00.001Z, 2026-11-28T08:00:00Z",
        "2099-01-01T00:00:00Z, 2026-11-28T08:00:00Z",
        "9999-12-31T00:00:00Z, 2026-11-28T08:00:00Z",
        "2026-11-28T08:00:00Z, 2026-11-28T08:00:00Z",
        "2026-11-27T00:00:00Z, 2026-11-27T00:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    })
    void a_time_to_come_is_taken_for_that_of_the_arrival_and_an_earlier_one_stays(Instant told, Instant taken) {
        assertThat(complaint(told).receivedAt(NOW).occurredAt()).isEqualTo(taken);
        assertThat(message(told).receivedAt(NOW).sentAt()).isEqualTo(taken);
        assertThat(outcome(told).reportedAt(NOW).at()).isEqualTo(taken);
    }

    @Test
    void where_none_is_told_there_is_none() {
        assertThat(complaint(null).receivedAt(NOW).occurredAt()).isNull();
        assertThat(outcome(null).reportedAt(NOW).at()).isNull();
    }

    private static Complaint complaint(@Nullable Instant told) {
        return new Complaint(null, "It leaks", "en", null, told, List.of());
    }

    private static ChatMessage message(Instant told) {
        return new ChatMessage(
                "1",
                "c",
                Customer.unknown(),
                Product.unknown(),
                null,
                "It leaks",
                null,
                told,
                List.of(),
                List.of(),
                Duration.ofMinutes(1),
                SenderVerification.UNPROVED);
    }

    private static CallOutcome outcome(@Nullable Instant told) {
        return new CallOutcome("1", UUID.randomUUID(), 1, CallResult.NO_ANSWER, told, null, null, null);
    }
}
