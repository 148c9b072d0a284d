package io.redress.figures.rise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.redress.figures.FigureGrouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Simulated shops, seeded. A year has four false alarms, half of them for products: what these tests allow. */
class VolumeSpikeDetectorTest {

    private static final double PER_YEAR = 4;
    private static final VolumeSpikeDetector RULE = new VolumeSpikeDetector(5, PER_YEAR);
    private static final double[] MEANS = {0.3, 1, 3, 10, 40};

    private final UniformRandomProvider random = RandomSource.WELL_19937_C.create(20261122L);

    @Test
    void independent_complaints_give_no_more_false_alarms_than_accepted() {
        assertThat(alarms(1)).isLessThanOrEqualTo(accepted());
    }

    @Test
    void complaints_that_come_in_bunches_give_no_more_false_alarms_than_accepted() {
        assertThat(alarms(2)).as("variance twice the mean").isLessThanOrEqualTo(accepted());
        assertThat(alarms(4)).as("four times").isLessThanOrEqualTo(accepted());
    }

    private static final int CHECKS = 8_000;

    /** The sampler takes no mean of 0, nor one so small that it cannot tell it from 0. */
    private static final double SURELY_NONE = 1e-12;

    private static int accepted() {
        return (int) (PER_YEAR / 2 / 365.25 * CHECKS);
    }

    /** Of 30 products of all sizes in so many checks that do not overlap. */
    private int alarms(double dispersion) {
        int alarms = 0;
        for (int check = 0; check < CHECKS; check++) {
            List<SeriesCounts> shop = IntStream.range(0, 30)
                    .mapToObj(product -> {
                        double mean = MEANS[product % MEANS.length];
                        return series(product, weeks(mean, dispersion, 8), count(mean, dispersion));
                    })
                    .toList();
            alarms += risen(shop);
        }
        return alarms;
    }

    @Test
    void looking_every_day_begins_no_more_alarms_than_accepted() {
        int years = 20;
        int products = 30;
        long[][] days = new long[products][years * 365];
        for (int product = 0; product < products; product++) {
            for (int day = 0; day < days[product].length; day++) {
                days[product][day] = count(MEANS[product % MEANS.length] / 7, 1.5);
            }
        }
        boolean[] told = new boolean[products];
        int begun = 0;
        for (int today = 63; today <= years * 365; today++) {
            for (VolumeSpikeDetector.Finding finding : RULE.judge(lastWeeks(days, today))) {
                int product = Integer.parseInt(finding.counts().key().name());
                begun += finding.risen() && !told[product] ? 1 : 0;
                told[product] = finding.risen() || told[product] && !finding.normal();
            }
        }
        assertThat(begun).isLessThanOrEqualTo((int) (years * PER_YEAR / 2));
    }

    @Test
    void complaints_that_treble_are_found_mostly_and_always_where_there_are_many() {
        assertThat(found(10, 3)).isGreaterThan(0.55);
        assertThat(found(20, 3)).isGreaterThan(0.95);
        assertThat(found(40, 2)).isGreaterThan(0.75);
    }

    /** How often a rise of one product among 29 that stay as they are is found. */
    private double found(double mean, double times) {
        int found = 0;
        for (int check = 0; check < 500; check++) {
            List<SeriesCounts> shop = new ArrayList<>();
            shop.add(series(0, weeks(mean, 1, 8), count(mean * times, 1)));
            for (int product = 1; product < 30; product++) {
                double other = MEANS[product % MEANS.length];
                shop.add(series(product, weeks(other, 1, 8), count(other, 1)));
            }
            found += RULE.judge(shop).get(0).risen() ? 1 : 0;
        }
        return found / 500.0;
    }

    @Test
    void a_product_that_nobody_complained_of_before_is_a_rise_only_with_the_least_count() {
        List<Long> never = Collections.nCopies(8, 0L);
        assertThat(risen(List.of(series(0, never, 4)))).isZero();
        assertThat(risen(List.of(series(0, never, 30)))).isOne();
    }

    @Test
    void what_is_usual_is_normal_and_a_rise_is_not() {
        List<Long> usual = List.of(9L, 11L, 10L, 8L, 12L, 10L, 9L, 11L);
        assertThat(RULE.judge(List.of(series(0, usual, 12))).get(0).normal()).isTrue();
        VolumeSpikeDetector.Finding rise =
                RULE.judge(List.of(series(0, usual, 40))).get(0);
        assertThat(rise.risen()).isTrue();
        assertThat(rise.normal()).isFalse();
        assertThat(rise.expected()).isBetween(10.0, 10.1);
    }

    @Test
    void the_chance_is_that_of_the_negative_binomial_distribution() {
        assertThat(VolumeSpikeDetector.chance(25, 10, 2)).isCloseTo(tail(25, 10), within(1e-9));
        double sum = 0;
        for (long count = 1; count < 400; count++) {
            sum += VolumeSpikeDetector.chance(count, 10, 2);
        }
        assertThat(sum).isBetween(9.9999, 10.0001); // the mean is the sum of the tails
    }

    /** P(X >= count) for a negative binomial of whole size and probability one half, summed term by term. */
    private static double tail(int count, int size) {
        double term = Math.pow(0.5, size);
        double below = 0;
        for (int x = 0; x < count; x++) {
            below += term;
            term *= 0.5 * (size + x) / (x + 1);
        }
        return 1 - below;
    }

    private static int risen(List<SeriesCounts> shop) {
        return (int) RULE.judge(shop).stream()
                .filter(VolumeSpikeDetector.Finding::risen)
                .count();
    }

    private static List<SeriesCounts> lastWeeks(long[][] days, int today) {
        return IntStream.range(0, days.length)
                .mapToObj(product -> {
                    List<Long> weeks = IntStream.range(0, 9)
                            .mapToObj(back -> sum(days[product], today - 7 * (back + 1)))
                            .toList();
                    return series(product, weeks.subList(1, 9), weeks.get(0));
                })
                .toList();
    }

    private static long sum(long[] days, int from) {
        return IntStream.range(from, from + 7).mapToLong(day -> days[day]).sum();
    }

    private static SeriesCounts series(int product, List<Long> earlier, long recent) {
        return new SeriesCounts(new SeriesKey(FigureGrouping.PRODUCT, Integer.toString(product)), earlier, recent);
    }

    private List<Long> weeks(double mean, double dispersion, int weeks) {
        return IntStream.range(0, weeks)
                .mapToObj(week -> count(mean, dispersion))
                .toList();
    }

    /** Poisson, or a Poisson whose mean is drawn from a gamma distribution: the negative binomial. */
    private long count(double mean, double dispersion) {
        double drawn = dispersion == 1
                ? mean
                : AhrensDieterMarsagliaTsangGammaSampler.of(random, mean / (dispersion - 1), dispersion - 1)
                        .sample();
        return drawn < SURELY_NONE ? 0 : PoissonSampler.of(random, drawn).sample();
    }
}
