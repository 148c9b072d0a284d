package io.redress.status;

/** Sends customers the links of their status pages once more. */
@FunctionalInterface
public interface StatusLinkSender {

    /**
     * Sends the link of the ticket that a number opens to the customer whom that ticket has, by the customer's own channel or
     * by mail, once in a while however often it is asked for. A link that ended by time is replaced; one that staff withdrew
     * is not, and a number that opens no ticket is passed over.
     *
     * @param number as the hub writes it
     */
    void sendAgain(String number);
}
