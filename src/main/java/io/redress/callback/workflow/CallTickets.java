package io.redress.callback.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tickets as callbacks see them. */
public interface CallTickets {

    Optional<CallTicket> find(String number);

    /** Keeps everybody else away from the ticket and its callbacks until the transaction ends. */
    Optional<CallTicket> lock(String number);

    /** Adds to a ticket's history, as of now. */
    void happened(String number, String who, String what, @Nullable String why);
}
