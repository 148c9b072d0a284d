package io.redress.status;

import java.util.List;

/** Finds the tickets of one customer. */
@FunctionalInterface
public interface OwnTickets {

    /**
     * The numbers of tickets that have one of the customer's phone numbers or mail addresses as their customer's own, the
     * newest first, at most a hundred. What merely stands in a ticket's text does not count.
     */
    List<String> of(AppCustomer customer);
}
