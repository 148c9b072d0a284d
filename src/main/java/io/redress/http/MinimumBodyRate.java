package io.redress.http;

import java.time.Duration;

/**
 * How fast bodies must come just now.
 *
 * @param patience how long one may bring nothing
 * @param bytesPerSecond what it must bring on the average
 */
record MinimumBodyRate(Duration patience, int bytesPerSecond) {

    private static final int SLOW_PHONE = 1_000;

    /**
     * More is asked for the fuller it is, so that slow senders leave before there is no room for others: a telephone in a
     * tunnel is waited for while there is room, but not when three quarters of it are taken.
     *
     * @param open bodies that are being received
     * @param most bodies that may be
     * @param patience while it is quiet
     */
    static MinimumBodyRate of(int open, int most, Duration patience) {
        if (open < most / 4) {
            return new MinimumBodyRate(patience, SLOW_PHONE);
        }
        return open < most * 3 / 4
                ? new MinimumBodyRate(patience.dividedBy(6), 4 * SLOW_PHONE)
                : new MinimumBodyRate(patience.dividedBy(30), 16 * SLOW_PHONE);
    }
}
