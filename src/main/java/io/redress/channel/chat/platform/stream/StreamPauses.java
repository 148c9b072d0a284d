package io.redress.channel.chat.platform.stream;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing pauses, each twice the one before up to the longest, and up to a fifth longer or shorter: nodes do not come at once. */
final class StreamPauses {

    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private int failures;

    /** @param random 0 to 1 */
    StreamPauses(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after one failure more. */
    synchronized Duration next() {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        failures++;
        double spread = 1 + SPREAD * (2 * random.getAsDouble() - 1);
        return Duration.ofMillis(Math.round(Math.min(doubled, longest.toMillis()) * spread));
    }

    /** How many failures there were on end. */
    synchronized int failures() {
        return failures;
    }

    synchronized void over() {
        failures = 0;
    }
}
