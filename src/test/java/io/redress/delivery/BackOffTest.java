package io.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Test
    void pauses_double_up_to_the_limit_and_are_spread_over_their_second_half() {
        var early = new BackOff(FIRST, LONGEST, () -> 0);
        var late = new BackOff(FIRST, LONGEST, () -> 1);
        assertThat(early.pause(1, null)).isEqualTo(Duration.ofSeconds(5));
        assertThat(late.pause(1, null)).isEqualTo(Duration.ofSeconds(10));
        assertThat(late.pause(2, null)).isEqualTo(Duration.ofSeconds(20));
        assertThat(late.pause(5, null)).isEqualTo(Duration.ofSeconds(160));
        assertThat(late.pause(1_000_000, null)).isEqualTo(LONGEST);
        assertThat(early.pause(1_000_000, null)).isEqualTo(LONGEST.dividedBy(2));
    }

    @Test
    void what_the_target_asks_for_is_waited_but_no_longer_than_a_day() {
        var backOff = new BackOff(FIRST, LONGEST, () -> 0.5);
        assertThat(backOff.pause(1, Duration.ofMinutes(2))).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(130));
        assertThat(backOff.pause(1, Duration.ofDays(3_650))).isBetween(Duration.ofDays(1), Duration.ofHours(25));
    }
}
