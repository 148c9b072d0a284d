package io.redress.channel.callcenter.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileStabilityTest {

    private static final long SETTLE = 2_000;

    private final SetClock clock = new SetClock(Instant.parse("2026-03-01T01:30:00Z"));
    private final FileStability fileStability = new FileStability(clock);

    @Test
    void a_file_is_settled_when_it_was_seen_the_same_for_long_enough() {
        assertThat(seen(10, 1)).isFalse();
        clock.pass(Duration.ofMillis(SETTLE - 1));
        assertThat(seen(10, 1)).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(seen(10, 1)).isTrue();
    }

    @Test
    void an_old_time_of_modification_settles_nothing() {
        for (int size = 1; size < 20; size++) {
            assertThat(seen(size, 1)).isFalse();
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(seen(19, 1)).isTrue();
    }

    @Test
    void a_new_time_of_modification_unsettles_it_and_an_empty_file_never_settles() {
        seen(10, 1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(seen(10, 2)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(seen(10, 2)).isTrue();
        assertThat(fileStability.isSettled("empty", 0, 1, SETTLE)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(fileStability.isSettled("empty", 0, 1, SETTLE)).isFalse();
    }

    @Test
    void without_a_time_to_settle_a_file_is_taken_at_once() {
        assertThat(fileStability.isSettled("at-once", 10, 1, 0)).isTrue();
    }

    private boolean seen(long size, long modified) {
        return fileStability.isSettled("calls.csv", size, modified, SETTLE);
    }
}
