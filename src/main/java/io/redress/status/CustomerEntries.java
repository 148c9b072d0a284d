package io.redress.status;

import java.util.List;

/** Finds what customers wrote and sent, for themselves. */
@FunctionalInterface
public interface CustomerEntries {

    /**
     * Of the ticket that a number opens, as it was told to a customer: what opened it, and what was added by its status page;
     * the oldest first. Nothing that came in another way is among it, since its sender may have been somebody else.
     *
     * @return empty when the number opens no ticket, or none yet
     */
    List<CustomerEntry> of(String number);
}
