package io.redress.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketNumberVerifierTest {

    private static final byte[] KEY = new byte[32];
    private static final Instant NOW = Instant.parse("2026-11-30T23:59:00Z");

    private final AtomicLong blocks = new AtomicLong();
    private final TicketNumbers numbers = new TicketNumbers(blocks::getAndIncrement, KEY, at(NOW));

    @Test
    void each_number_that_was_given_is_known_today_and_tomorrow() {
        for (String number : Stream.generate(numbers::next).limit(25_000).toList()) {
            assertThat(dealt(NOW).isRecent(number)).isTrue();
            assertThat(dealt(NOW.plus(Duration.ofHours(20))).isRecent(number)).isTrue();
        }
    }

    @Test
    void a_number_of_the_day_before_yesterday_is_not_recent() {
        assertThat(dealt(NOW.plus(Duration.ofHours(25))).isRecent(numbers.next()))
                .isFalse();
    }

    @Test
    void of_numbers_that_are_made_up_hardly_any_is_known() {
        long known = Stream.iterate(0, i -> i < 50_000, i -> i + 1)
                .map(i -> "R-261130-" + io.redress.ticket.TicketNumber.digits(i * 20_011))
                .filter(dealt(NOW)::isRecent)
                .count();
        assertThat(known).isLessThan(20);
    }

    @Test
    void a_number_of_another_hub_is_not_known() {
        var other = new TicketNumbers(new AtomicLong(1_000)::getAndIncrement, KEY, at(NOW));
        assertThat(dealt(NOW).isRecent(other.next())).isFalse();
    }

    private TicketNumberVerifier dealt(Instant at) {
        return new TicketNumberVerifier(KEY, blocks::get, at(at));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
