package io.redress.figures;

/**
 * The values of a fact, counted.
 *
 * @param count how many; the other members mean nothing when it is 0
 * @param median the middle value, interpolated between two (as PostgreSQL's {@code percentile_cont})
 * @param p90 the value that nine of ten do not exceed, interpolated
 */
public record FactStatistics(long count, double mean, double median, double p90) {

    public static final FactStatistics NONE = new FactStatistics(0, 0, 0, 0);
}
