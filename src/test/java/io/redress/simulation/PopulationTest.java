package io.redress.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.triage.TriageExamples;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Path CONFIG = Path.of("config");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private final SimulationSettings settings = SimulationSettings.read(CONFIG);

    @Test
    void the_same_seed_gives_the_same_customers_and_another_seed_others() {
        assertThat(population(1).on(MONDAY))
                .isEqualTo(population(1).on(MONDAY))
                .isNotEqualTo(population(2).on(MONDAY));
    }

    @Test
    void a_week_has_as_many_complaints_as_asked_for_within_chance() {
        long week = Stream.iterate(MONDAY, day -> day.plusDays(1))
                .limit(7)
                .mapToLong(day -> population(1).on(day).size())
                .sum();
        // Poisson: the standard deviation of 7,000 is 84
        assertThat(week).isBetween(7_000L - 336, 7_000L + 336);
    }

    @Test
    void the_day_has_its_shape() {
        List<GeneratedArrival> arrivals = population(1).on(MONDAY);
        assertThat(between(arrivals, 10, 12)).isGreaterThan(5 * between(arrivals, 2, 4));
        assertThat(population(1).on(MONDAY.plusDays(6))).hasSizeLessThan(arrivals.size());
    }

    @Test
    void arrivals_come_in_order_and_each_by_a_channel_that_can_answer_or_not() {
        List<GeneratedArrival> arrivals = population(1).on(MONDAY);
        assertThat(arrivals).extracting(GeneratedArrival::at).isSorted();
        assertThat(arrivals)
                .filteredOn(one -> one.kind().equals("chat"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.customer().handles()).hasSize(1);
                    assertThat(one.customer().emails()).isEmpty();
                });
    }

    private Population population(long seed) {
        return new Population(settings, TriageExamples.read(CONFIG).examples(), seed, 1_000, ZONE);
    }

    private static long between(List<GeneratedArrival> arrivals, int from, int until) {
        return arrivals.stream()
                .mapToInt(one -> one.at().atZone(ZONE).getHour())
                .filter(hour -> hour >= from && hour < until)
                .count();
    }
}
