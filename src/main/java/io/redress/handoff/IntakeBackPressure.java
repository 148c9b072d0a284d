package io.redress.handoff;

import org.jspecify.annotations.Nullable;

/**
 * Back-pressure: closed while more waits than the hub can work off, or the disk runs full, so that senders wait instead of
 * the hub. Those who ask are told to come again; those who have a whole file to hand off wait here.
 */
public final class IntakeBackPressure {

    private @Nullable String closed;

    /** @param why what is used up, for logs and health; null opens the gate */
    public synchronized void set(@Nullable String why) {
        closed = why;
        notifyAll();
    }

    /** Why nothing is taken in; null while the gate is open. */
    public synchronized @Nullable String closedBecause() {
        return closed;
    }

    /** @throws IntakeFull while the gate is closed */
    public void admit() {
        String why = closedBecause();
        if (why != null) {
            throw new IntakeFull(why);
        }
    }

    /**
     * Waits until the gate is open.
     *
     * @throws InterruptedException when the hub stops meanwhile
     */
    public synchronized void pass() throws InterruptedException {
        while (closed != null) {
            wait();
        }
    }
}
