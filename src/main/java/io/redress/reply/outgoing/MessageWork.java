package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages as due work: planned, claimed, done or not. */
public interface MessageWork {

    /** Tell the customer the ticket's number. */
    String ACKNOWLEDGEMENT = "acknowledgement";

    /** Tell the customer what happened. */
    String MESSAGE = "message";

    /** Tell those who have a role. */
    String STAFF_MAIL = "staff-mail";

    /** Ends work that was done, and remembers for whom. */
    void done(DueOrder order, String recipient);

    /** Ends work that is not to be done after all, and keeps the reason. */
    void skip(DueOrder order, String reason);

    /**
     * Puts work that failed off, twice as long each time, or gives it up after the last attempt; true when given up.
     *
     * @param pause at least; null for no such wish
     */
    boolean failed(DueOrder order, String error, @Nullable Duration pause);

    /**
     * Plans work once more, at once, beside what it was.
     *
     * @param variant tells the other one apart
     */
    void planAgain(DueOrder order, String variant, String argument);

    /** How much work of a kind was done for a recipient since then. */
    int countDone(String kind, String recipient, Instant since);

    /** How much work of a kind was done for a ticket after that time. */
    int countDoneOf(String kind, String ticketNumber, Instant after);
}
