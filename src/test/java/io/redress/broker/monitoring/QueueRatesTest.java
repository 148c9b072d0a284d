package io.redress.broker.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueRatesTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final QueueRates rates = new QueueRates(clock);

    @Test
    void a_rate_is_not_known_before_two_looks_some_seconds_apart() {
        assertThat(rates.of("intake", 100)).isNull();
        pass(2);
        assertThat(rates.of("intake", 101)).isNull();
        pass(18);
        assertThat(rates.of("intake", 110)).isEqualTo(30.0);
    }

    @Test
    void only_the_last_five_minutes_count() {
        rates.of("intake", 0);
        for (int minute = 1; minute <= 20; minute++) {
            pass(60);
            rates.of("intake", 1_000);
        }
        assertThat(rates.of("intake", 1_000)).isZero();
    }

    @Test
    void a_broker_whose_counters_begin_anew_gives_no_negative_rate() {
        rates.of("intake", 5_000);
        pass(60);
        assertThat(rates.of("intake", 10)).isNull();
        pass(60);
        assertThat(rates.of("intake", 30)).isEqualTo(20.0);
    }

    private void pass(long seconds) {
        clock.pass(Duration.ofSeconds(seconds));
    }
}
