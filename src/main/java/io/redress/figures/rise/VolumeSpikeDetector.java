package io.redress.figures.rise;

import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Whether complaints rise beyond what their history explains.
 *
 * <p>The last seven days are held against a negative binomial distribution whose mean is that of the earlier weeks (Farrington
 * and others 1996, JRSS A 159, 547–563; with the negative binomial instead of a transformed normal quantile: Noufaily and
 * others 2013, Statistics in Medicine 32, 1206–1222; without their trend and season, for which a few weeks are too short). Its
 * dispersion, variance over mean, is the greatest of 1, the series' own, and that of all series: eight weeks alone say too little
 * of one. As mean and dispersion are estimates, the variance is widened by {@code 1 + 1/weeks}, and half a bunch of complaints
 * (half the dispersion) is added to the history; how well that holds is simulated in the tests.
 *
 * <p>The accepted false alarms of a year are divided in halves for categories and products, then by the days of a year and by
 * the number of series that had any complaint (Bonferroni). Checks of following days overlap, so alarms are rather fewer.
 */
public final class VolumeSpikeDetector {

    /** What one week in twenty exceeds by chance is normal. */
    private static final double NORMAL = 0.05;

    private static final double CHECKS_PER_YEAR = 365.25;

    private final int least;
    private final double falseAlarmsPerYear;

    public VolumeSpikeDetector(int least, double falseAlarmsPerYear) {
        this.least = least;
        this.falseAlarmsPerYear = falseAlarmsPerYear;
    }

    /**
     * What a series was found to do.
     *
     * @param expected complaints in seven days, by its history
     * @param chance of so many or more, if nothing rises
     * @param risen beyond what its history explains
     * @param normal so low that a rise is over; neither is true in between
     */
    public record Finding(SeriesCounts counts, double expected, double chance, boolean risen, boolean normal) {}

    /** Judges all series of a day at once; each has the same number of earlier weeks, at least two. */
    public List<Finding> judge(List<SeriesCounts> series) {
        double common = common(series);
        return series.stream()
                .map(one -> judge(one, common, level(one, series)))
                .toList();
    }

    /** Of all series: the mean of theirs, or that of the whole shop where it is greater, in which the big ones count most. */
    private static double common(List<SeriesCounts> series) {
        List<SeriesCounts> known =
                series.stream().filter(one -> one.total() > one.recent()).toList();
        double each =
                known.stream().mapToDouble(SeriesCounts::dispersion).average().orElse(1);
        double variances = known.stream().mapToDouble(SeriesCounts::variance).sum();
        double means = known.stream().mapToDouble(SeriesCounts::mean).sum();
        return known.isEmpty() ? 1 : Math.max(each, variances / means);
    }

    private Finding judge(SeriesCounts series, double common, double level) {
        int weeks = series.earlier().size();
        double dispersion = Math.max(1, Math.max(common, series.dispersion()));
        double mean = series.mean() + dispersion / 2 / weeks;
        double chance = chance(series.recent(), mean, dispersion * (1 + 1.0 / weeks));
        return new Finding(series, series.mean(), chance, series.recent() >= least && chance <= level, chance > NORMAL);
    }

    private double level(SeriesCounts one, List<SeriesCounts> series) {
        long looked = series.stream()
                .filter(other -> other.key().kind() == one.key().kind())
                .count();
        return falseAlarmsPerYear / 2 / CHECKS_PER_YEAR / Math.max(1, looked);
    }

    /** Of {@code count} or more, under a negative binomial distribution of that mean whose variance is {@code dispersion} means. */
    static double chance(long count, double mean, double dispersion) {
        return count == 0 ? 1 : RegularizedBeta.value((dispersion - 1) / dispersion, count, mean / (dispersion - 1));
    }
}
