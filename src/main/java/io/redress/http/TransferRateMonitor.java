package io.redress.http;

import java.time.Duration;

/**
 * Tells whether a body comes too slowly. It begins with a credit, which time uses up and bytes refill, but never beyond what
 * it began with: who sent much may not rest on it for long.
 */
final class TransferRateMonitor {

    private static final double NANOS = 1e9;

    private final long longest;
    private double credit = Double.MAX_VALUE;
    private long waited;

    /** @param longest for the whole body */
    TransferRateMonitor(Duration longest) {
        this.longest = longest.toNanos();
    }

    /**
     * Goes on.
     *
     * @param nanos how long it was waited for since the last call
     * @param bytes what came since then
     * @return whether it is to be given up
     */
    boolean isTooSlow(MinimumBodyRate minimumBodyRate, long nanos, long bytes) {
        double full = minimumBodyRate.patience().toNanos() / NANOS * minimumBodyRate.bytesPerSecond();
        double used = nanos / NANOS * minimumBodyRate.bytesPerSecond();
        credit = Math.min(full, Math.min(full, credit) - used + bytes);
        waited += nanos;
        return credit < 0 || waited > longest;
    }
}
