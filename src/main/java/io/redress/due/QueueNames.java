package io.redress.due;

import java.util.List;

/** Queues of the hub's own that more than one place names. */
public final class QueueNames {

    /** Where it is heard that something needs somebody higher up. */
    public static final String ESCALATIONS = "escalations";

    /** The invalid message channel: what came in and can never be used as it stands, with the reason. */
    public static final String INVALID = "invalid";

    /** Where it is heard that a ticket's customer is forgotten: whoever took the ticket forgets, too. */
    public static final String FORGOTTEN = "tickets.forgotten";

    /** Where arrivals wait: those whose sender waits, mails, and rows of files. */
    public static final List<String> INTAKE = List.of("intake", "intake.mail", "intake.files");

    /** Where steps that are due wait to be done. */
    public static final String DUE = "due";

    /** What downstream systems report about tickets. */
    public static final String UPDATES = "tickets.updates";

    /** Calls that are due now, for whoever makes them. */
    public static final String CALLBACKS = "callbacks.due";

    /** What came of calls. */
    public static final String OUTCOMES = "callbacks.outcomes";

    /** Invitations to surveys, for whoever sends them in the hub's place. */
    public static final String SURVEYS = "surveys.due";

    /** Before the name of a queue: where its dead letters are. */
    public static final String DEAD_LETTERS = "DLQ.";

    private QueueNames() {}

    /** Whether a queue holds what failed: the invalid message channel, or the dead letters of a queue. */
    public static boolean isOfFailures(String queue) {
        return queue.equals(INVALID) || (queue.startsWith(DEAD_LETTERS) && queue.length() > DEAD_LETTERS.length());
    }

    /** The queue on which the dead letters of that name failed; {@code invalid} is its own home. */
    public static String homeOf(String failures) {
        return failures.startsWith(DEAD_LETTERS) ? failures.substring(DEAD_LETTERS.length()) : failures;
    }
}
