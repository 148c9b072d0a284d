package io.redress.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.encryption.HmacSha256;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final MemoryTryRows rows = new MemoryTryRows();
    private final SignInThrottle throttle = new SignInThrottle(rows, new HmacSha256(new byte[32]), clock);

    @Test
    void five_tries_are_free_and_each_pause_is_twice_the_one_before_up_to_five_minutes() {
        for (int n = 0; n < 5; n++) {
            assertThat(throttle.tried("li", "192.0.2.1")).isEmpty();
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(throttle.tried("li", "192.0.2.1")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.tried("li", "192.0.2.1")).isEmpty();
        }
    }

    @Test
    void tries_in_a_pause_do_not_prolong_it() {
        tried("li", "192.0.2.1", 5);
        tried("li", "192.0.2.1", 100);
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.tried("li", "192.0.2.1")).isEmpty();
    }

    @Test
    void a_stranger_cannot_keep_somebody_out_of_where_they_signed_in_lately() {
        throttle.tried("li", "198.51.100.7");
        throttle.succeeded("li", "198.51.100.7");
        for (int n = 0; n < 30; n++) {
            throttle.tried("li", "192.0.2." + n);
        }
        assertThat(throttle.tried("li", "203.0.113.9")).as("elsewhere").isPresent();
        assertThat(throttle.tried("li", "198.51.100.7")).as("at home").isEmpty();
    }

    @Test
    void a_login_is_kept_from_those_who_guess_from_many_addresses_for_a_minute_at_most() {
        for (int n = 0; n < 40; n++) {
            throttle.tried("li", "192.0.2." + n);
            clock.pass(Duration.ofMinutes(1));
        }
        throttle.tried("li", "203.0.113.9");
        assertThat(throttle.tried("li", "203.0.113.10")).contains(Duration.ofMinutes(1));
    }

    @Test
    void an_address_that_tries_many_logins_waits() {
        for (int n = 0; n < 50; n++) {
            assertThat(throttle.tried("person" + n, "192.0.2.1")).isEmpty();
        }
        assertThat(throttle.tried("another", "192.0.2.1")).isPresent();
        assertThat(throttle.tried("another", "192.0.2.2")).isEmpty();
    }

    @Test
    void the_addresses_of_a_network_of_ip_6_count_together() {
        for (int n = 0; n < 5; n++) {
            throttle.tried("li", "2001:db8:1:2::" + n);
        }
        assertThat(throttle.tried("li", "2001:db8:1:2:ffff::1")).isPresent();
        assertThat(throttle.tried("li", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void codes_are_guessed_far_too_slowly_even_by_who_knows_the_password() {
        int guesses = 0;
        Instant end = clock.instant().plus(Duration.ofDays(30));
        while (clock.instant().isBefore(end)) {
            throttle.tried("li", "192.0.2.1");
            throttle.succeeded("li", "192.0.2.1");
            guesses += throttle.triedCode("li").isEmpty() ? 1 : 0;
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(guesses).isLessThan(800); // of a million
    }

    @Test
    void rows_hold_neither_logins_nor_addresses_and_go_in_time() {
        throttle.tried("li", "192.0.2.1");
        assertThat(rows.rows.keySet()).hasSize(3).allMatch(subject -> subject.matches("[0-9a-f]{64}"));
        clock.pass(Duration.ofDays(31));
        assertThat(throttle.clean()).isEqualTo(3);
    }

    private void tried(String login, String address, int times) {
        for (int n = 0; n < times; n++) {
            throttle.tried(login, address);
        }
    }
}
