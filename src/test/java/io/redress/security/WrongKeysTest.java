package io.redress.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrongKeysTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000); // as it may be, and overflow
    private final WrongKeys keys = new WrongKeys(now::get);

    @Test
    void ten_are_answered_at_once_and_one_in_six_seconds_after_that() {
        assertThat(answered("203.0.113.9", 200)).isEqualTo(10);
        assertThat(keys.refused("203.0.113.9")).isEqualTo(Duration.ofSeconds(6));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(answered("203.0.113.9", 5)).isEqualTo(1);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(answered("203.0.113.9", 200)).isEqualTo(10);
    }

    @Test
    void another_address_has_tries_of_its_own_and_an_IPv6_network_shares_them() {
        answered("203.0.113.9", 200);
        assertThat(answered("203.0.113.10", 1)).isEqualTo(1);
        assertThat(IntStream.range(1, 200)
                        .filter(n -> keys.refused("2001:db8::" + Integer.toHexString(n))
                                .isZero())
                        .count())
                .isEqualTo(10);
    }

    @Test
    void what_is_remembered_of_addresses_is_bounded() {
        answered("203.0.113.9", 20);
        IntStream.range(0, 10_000).forEach(n -> keys.refused("10.0." + n / 250 + "." + n % 250));
        assertThat(answered("203.0.113.9", 1)).as("forgotten").isEqualTo(1);
    }

    private long answered(String address, int tries) {
        return IntStream.range(0, tries)
                .filter(n -> keys.refused(address).isZero())
                .count();
    }
}
