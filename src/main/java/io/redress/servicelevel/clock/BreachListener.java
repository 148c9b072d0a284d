package io.redress.servicelevel.clock;

import java.time.Instant;

/** Hears that a promise to a customer was not kept, in the transaction that writes it down. */
@FunctionalInterface
public interface BreachListener {

    /** @param id of the clock and its mark, the same whenever it is told again */
    void breached(String ticket, String id, Instant at);
}
