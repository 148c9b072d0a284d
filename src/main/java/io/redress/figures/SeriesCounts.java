package io.redress.figures;

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

    /** Of a week; half a complaint more, so that a series without history still has a mean. */
    double mean() {
        return (total() - recent + 0.5) / earlier.size();
    }

    /** Variance of the weeks over their mean: 1 where complaints come independently of each other (Poisson). */
    double dispersion() {
        double mean = (double) (total() - recent) / earlier.size();
        double squares = earlier.stream()
                .mapToDouble(week -> (week - mean) * (week - mean))
                .sum();
        return mean == 0 ? 1 : squares / (earlier.size() - 1) / mean;
    }
}
