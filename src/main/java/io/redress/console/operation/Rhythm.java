package io.redress.console.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A channel's arrivals hour by hour, as a small chart.
 *
 * @param bars of the hours that had arrivals
 * @param sum of all hours
 * @param most within one hour
 * @param latest of the hour that is not over
 */
public record Rhythm(List<Bar> bars, long sum, long most, long latest) {

    /** Units of the drawing for one hour; a bar is one less. */
    static final int STEP = 4;

    static final int HEIGHT = 18;

    /** Places and sizes in units of the drawing. */
    public record Bar(int x, int y, int height) {}

    /** @param hours the oldest first */
    static Rhythm of(List<Long> hours) {
        long most = hours.isEmpty() ? 0 : Collections.max(hours);
        var bars = new ArrayList<Bar>();
        for (int hour = 0; hour < hours.size(); hour++) {
            if (hours.get(hour) > 0) {
                int height = (int) Math.max(1, Math.round((double) HEIGHT * hours.get(hour) / most));
                bars.add(new Bar(hour * STEP, HEIGHT - height, height));
            }
        }
        long sum = hours.stream().mapToLong(Long::longValue).sum();
        return new Rhythm(bars, sum, most, hours.isEmpty() ? 0 : hours.get(hours.size() - 1));
    }
}
