package io.redress.status;

import java.util.Optional;

/** Finds what customers may see of their tickets. */
@FunctionalInterface
public interface CustomerViews {

    /**
     * The view of a number as it was told to a customer: what became of the arrival with that number and nothing else. A
     * number whose item turned out to be a repeat shows the first ticket only where both are the same, byte for byte; one of a
     * follow-up shows that it was received, and nothing of the ticket that it follows.
     *
     * @return empty when no item with that number has been read yet
     */
    Optional<CustomerView> find(String number);
}
