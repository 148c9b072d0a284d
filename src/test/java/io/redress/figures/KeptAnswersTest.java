package io.redress.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-23T00:00:00Z"));
    private final List<Runnable> background = new ArrayList<>();
    private final KeptAnswers answers = new KeptAnswers(clock, background::add);
    private int asked;

    @Test
    void a_quick_answer_is_made_each_time() {
        assertThat(ask(Duration.ofMillis(10))).isEqualTo(1);
        assertThat(ask(Duration.ofMillis(10))).isEqualTo(2);
    }

    @Test
    void a_slow_answer_is_kept_a_hundred_times_as_long_then_given_while_a_new_one_is_made() {
        Duration slow = Duration.ofSeconds(1);
        assertThat(ask(slow)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(98));
        assertThat(ask(slow)).isEqualTo(1);
        assertThat(background).isEmpty();

        clock.pass(Duration.ofSeconds(2));
        assertThat(ask(slow)).isEqualTo(1);
        assertThat(ask(slow)).isEqualTo(1);
        assertThat(background).hasSize(1);
        background.get(0).run();
        assertThat(ask(slow)).isEqualTo(2);
    }

    @Test
    void an_answer_older_than_half_an_hour_is_never_given() {
        ask(Duration.ofSeconds(60));
        clock.pass(Duration.ofMinutes(31));

        assertThat(ask(Duration.ofSeconds(60))).isEqualTo(2);
    }

    @Test
    void a_renewal_that_fails_is_tried_again() {
        ask(Duration.ofSeconds(1));
        clock.pass(Duration.ofMinutes(5));
        answers.of("question", () -> {
            throw new IllegalStateException("the database is away");
        });
        background.get(0).run();

        assertThat(ask(Duration.ofSeconds(1))).isEqualTo(1);
        background.get(1).run();
        assertThat(ask(Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void a_week_that_has_ended_is_not_answered_as_if_it_ran() {
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        Instant before = monday.minus(Duration.ofDays(7));
        var late = new TimePeriod(before, monday.minusSeconds(600));
        var whole = new TimePeriod(before, monday);

        Object kept = KeptFigureFacts.named(late, monday.minusSeconds(600));

        assertThat(KeptFigureFacts.named(whole, monday.minusSeconds(300))).isEqualTo(kept);
        assertThat(KeptFigureFacts.named(whole, monday.plusSeconds(300))).isNotEqualTo(kept);
    }

    private int ask(Duration cost) {
        return answers.of("question", () -> {
            clock.pass(cost);
            return ++asked;
        });
    }
}
