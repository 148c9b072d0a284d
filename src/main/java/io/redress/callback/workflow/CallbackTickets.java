package io.redress.callback.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tickets as callbacks see them. */
public interface CallbackTickets {

    Optional<CallbackTicket> find(String number);

    /** Keeps everybody else away from the ticket and its callbacks until the transaction ends. */
    Optional<CallbackTicket> lock(String number);

    /** Adds to a ticket's history, as of now. */
    void happened(String number, String who, String what, @Nullable String why);
}
