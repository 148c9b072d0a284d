package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "' 7 ' | PT7S",
                "0 | PT0S",
                "Sun, 22 Nov 2026 08:01:00 GMT | PT1M",
                "Sun, 22 Nov 2026 07:00:00 GMT |",
                "soon |",
                "-5 |",
                "1.5 |",
                "99999999999 |",
                "'' |",
                "|"
            })
    void a_pause_is_asked_for_in_seconds_or_by_a_date_to_come(String written, Duration pause) {
        assertThat(RetryAfter.pause(written, NOW)).isEqualTo(pause);
    }
}
