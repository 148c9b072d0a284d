package io.redress.ledger.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Blanks what a ticket's history says of a person. That something happened, and when, stays; who, why and what the customer
 * was told go.
 */
final class EventRedaction {

    /** The one statement that blanks events: what else of an event identifies its texts is to be cleared here as well. */
    static final String BLANK = "update event set who = 'forgotten', why = null, told = null, salt = null";

    /** Events that are blank already, and those that say that and why a ticket is kept or blank. */
    static final String TELLING =
            "who <> 'forgotten' and what not in ('forgotten', 'legal hold placed', 'legal hold ended')";

    private final JdbcClient jdbc;

    EventRedaction(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void blank(String ticketNumber) {
        jdbc.sql(BLANK + " where ticket_number = ? and " + TELLING)
                .param(ticketNumber)
                .update();
    }
}
