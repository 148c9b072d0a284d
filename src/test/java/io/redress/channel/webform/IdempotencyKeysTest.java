package io.redress.channel.webform;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final Duration WHILE = Duration.ofMinutes(10);

    private final AtomicInteger dealt = new AtomicInteger();
    private final SetClock clock = new SetClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final IdempotencyKeys idempotencyKeys = idempotencyKeys(new InMemoryReservedNumbers(clock));

    @Test
    void the_same_form_again_within_the_time_is_a_double_click_across_a_bucket_s_edge_too() {
        clock.set(Instant.parse("2026-11-22T08:09:59Z"));
        var first = idempotencyKeys.keep("form", null, "10.0.0.1", "abc");
        clock.set(Instant.parse("2026-11-22T08:10:01Z"));

        assertThat(idempotencyKeys.keep("form", null, "10.0.0.1", "abc")).isEqualTo(first);
    }

    @Test
    void the_same_form_later_is_another_complaint() {
        var first = idempotencyKeys.keep("form", null, "10.0.0.1", "abc");
        clock.pass(WHILE.plusSeconds(600));
        var later = idempotencyKeys.keep("form", null, "10.0.0.1", "abc");

        assertThat(later.number()).isNotEqualTo(first.number());
        assertThat(later.sourceKey()).isNotEqualTo(first.sourceKey());
    }

    @Test
    void the_same_form_from_another_address_or_channel_is_another_complaint() {
        var first = idempotencyKeys.keep("form", null, "10.0.0.1", "abc");

        assertThat(idempotencyKeys.keep("form", null, "10.0.0.2", "abc").sourceKey())
                .isNotEqualTo(first.sourceKey());
        assertThat(idempotencyKeys.keep("other", null, "10.0.0.1", "abc").number())
                .isNotEqualTo(first.number());
    }

    @Test
    void a_key_of_the_sender_counts_for_ever() {
        var first = idempotencyKeys.keep("form", "k", "10.0.0.1", "abc");
        clock.pass(Duration.ofDays(400));

        assertThat(idempotencyKeys.keep("form", "k", "10.9.9.9", "abc")).isEqualTo(first);
        assertThat(idempotencyKeys.keep("form", "k", "10.9.9.9", "other").conflict())
                .isTrue();
    }

    @Test
    void when_promises_are_out_of_reach_a_form_is_taken_in_under_the_same_source_key() {
        var away = idempotencyKeys(new ReservedNumbers() {
            @Override
            public Reservation claim(String channel, String key, String contentSha256, String candidate) {
                throw new IllegalStateException("database away");
            }

            @Override
            public Optional<String> promised(String channel, String key, Instant since) {
                throw new IllegalStateException("database away");
            }
        });

        assertThat(away.keep("form", "k", "10.0.0.1", "abc").sourceKey()).isEqualTo("k");
        assertThat(away.keep("form", null, "10.0.0.1", "abc").sourceKey())
                .isEqualTo(idempotencyKeys.keep("form", null, "10.0.0.1", "abc").sourceKey());
    }

    private IdempotencyKeys idempotencyKeys(ReservedNumbers numbers) {
        return new IdempotencyKeys(numbers, () -> "R-261122-00000" + dealt.incrementAndGet(), clock, WHILE);
    }
}
