package io.redress.due;

import java.util.List;

/** Queues of the hub's own that more than one place writes to. */
public final class Queues {

    /** Where it is heard that something needs somebody higher up. */
    public static final String ESCALATIONS = "escalations";

    /** The invalid message channel: what came in and can never be used as it stands, with the reason. */
    public static final String INVALID = "invalid";

    /** Where it is heard that a ticket's customer is forgotten: whoever took the ticket forgets, too. */
    public static final String FORGOTTEN = "tickets.forgotten";

    /** Where arrivals wait: those whose sender waits, mails, and rows of files. */
    public static final List<String> INTAKE = List.of("intake", "intake.mail", "intake.files");

    private Queues() {}
}
