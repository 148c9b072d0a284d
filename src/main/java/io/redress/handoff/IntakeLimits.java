package io.redress.handoff;

import org.jspecify.annotations.Nullable;

/**
 * When the {@link IntakeBackPressure} closes. It opens again only once there is a fifth more room than it closed for, so that it
 * does not flutter.
 *
 * @param mostWaiting arrivals on queue {@code intake}
 * @param leastFreeSpace bytes that must stay free on the disks of the data folder and of the originals
 */
public record IntakeLimits(long mostWaiting, long leastFreeSpace) {

    /** Of the broker's own limit; what is left lets the arrivals that were taken in go on to their queues. */
    private static final int FULLEST_STORE = 90;

    /**
     * How full the hub is.
     *
     * @param waiting arrivals on queue {@code intake}
     * @param storePercent of the broker's store limit
     * @param freeSpace bytes on the fuller of the disks
     */
    public record Load(long waiting, int storePercent, long freeSpace) {}

    /**
     * What is used up; null when nothing is.
     *
     * @param closed whether the gate is closed now
     */
    public @Nullable String exceededBy(Load load, boolean closed) {
        double share = closed ? 0.8 : 1;
        if (load.waiting > mostWaiting * share) {
            return load.waiting + " arrivals wait on queue intake, " + mostWaiting
                    + " may (redress.intake.most-waiting)";
        }
        if (load.storePercent > FULLEST_STORE * share) {
            return "the queues fill " + load.storePercent
                    + " % of the broker's store (redress.broker.store-limit): is anything consuming complaints.*?";
        }
        if (load.freeSpace < leastFreeSpace / share) {
            return (load.freeSpace >> 20) + " MB are free on the disk, " + (leastFreeSpace >> 20)
                    + " must be (redress.intake.least-free-space)";
        }
        return null;
    }
}
