package io.redress.status;

/** How the status links of each ticket stand. */
@FunctionalInterface
public interface StatusLinkStates {

    /**
     * The state of the links to a number as it was told to a customer.
     *
     * @param generation which links count: 0 for the first, one more each time that new ones replace them
     * @param open false when links have ended, some time after the ticket was closed, or were withdrawn
     */
    record LinkState(int generation, boolean open) {}

    /** Of a number that opens no ticket, or none yet: the first links, open. */
    LinkState of(String number);
}
