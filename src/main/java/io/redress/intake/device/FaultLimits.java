package io.redress.intake.device;

import java.time.Duration;

/**
 * What keeps one device from opening many tickets.
 *
 * @param flapTime a fault that returns so soon after it was cleared, or after its ticket was solved, is the same episode
 * @param tickets that one device opens at most within the window; further faults are added to the last of them
 * @param window in which they are counted
 * @param newDevices the most devices that a channel hears of for the first time within an hour
 */
public record FaultLimits(Duration flapTime, int tickets, Duration window, int newDevices) {

    private static final FaultLimits USUAL = new FaultLimits(Duration.ofMinutes(30), 5, Duration.ofHours(24), 500);

    public FaultLimits {
        if (tickets < 1) {
            throw new IllegalArgumentException("ticketsPerDevice is " + tickets + ": write 1 or more");
        }
        if (newDevices < 1) {
            throw new IllegalArgumentException("newDevices is " + newDevices + ": write 1 or more");
        }
    }

    /** Those of a channel that gives none. */
    public static FaultLimits usual() {
        return USUAL;
    }
}
