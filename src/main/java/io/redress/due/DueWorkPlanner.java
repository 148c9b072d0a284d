package io.redress.due;

import java.time.Instant;

/** What is to be done later. Planning takes part in the database transaction of its caller. */
public interface DueWorkPlanner {

    /** In place of a ticket's number, for work that concerns none. */
    String NO_TICKET = "-";

    /**
     * Plans work, once for each kind and key: planned again, it stays as it is.
     *
     * @param key tells this work from others of its kind, for ever: such as {@code <ticket>/resolution/1/75}
     * @param at when it is due; a time that has passed means at once
     */
    void plan(String kind, String ticketNumber, String key, Instant at, String argument);

    /** Moves planned work that is not done yet; tells whether there was any. */
    boolean move(String kind, String ticketNumber, String key, Instant at);

    /** Takes all work of a kind for a ticket that is not done yet off the agenda. */
    void cancel(String kind, String ticketNumber, String reason);
}
