package io.redress.camel.mail;

import java.util.function.BooleanSupplier;

/** One transaction of the broker for several hand-offs, so that it syncs its disk once for all of them. */
@FunctionalInterface
public interface HandOffTransaction {

    /**
     * Does work on this thread whose sends all reach the broker, or none.
     *
     * @param work false takes back what it sent
     * @return whether the sends are on the broker's disk
     * @throws RuntimeException when they are not
     */
    boolean commits(BooleanSupplier work);
}
