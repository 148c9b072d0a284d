package io.redress.figures.rise;

import java.util.List;

/**
 * Complaints of one series.
 *
 * @param earlier in each of the weeks before, one number a week
 * @param recent in the last seven days
 */
public record SeriesCounts(SeriesKey key, List<Long> earlier, long recent) {

    public SeriesCounts {
        earlier = List.copyOf(earlier);
    }

    long total() {
        return recent + earlier.stream().mapToLong(Long::longValue).sum();
    }

    /** Of the earlier weeks. */
    double mean() {
        return (double) (total() - recent) / earlier.size();
    }

    /** Of the earlier weeks. */
    double variance() {
        double mean = mean();
        return earlier.stream()
                        .mapToDouble(week -> (week - mean) * (week - mean))
                        .sum()
                / (earlier.size() - 1);
    }

    /** Variance of the weeks over their mean: 1 where complaints come independently of each other (Poisson). */
    double dispersion() {
        return mean() == 0 ? 1 : variance() / mean();
    }
}
