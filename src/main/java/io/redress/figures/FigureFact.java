package io.redress.figures;

/**
 * What figures are counted from: something that happened once to a ticket, with a time and a value. Shares are the mean of
 * values that are 0 or 1.
 */
public enum FigureFact {
    /** A ticket was opened. */
    RECEIVED,
    /**
     * Everything promised for a round of a ticket was done by its due time (1), or something was not (0). It counts when
     * the first of its clocks passed its due time, else when the last one was met; what is owed no more does not count.
     */
    IN_TIME,
    /** A first-response clock was met in time (1), or its due time passed before (0). */
    FIRST_RESPONSE_CLOCK,
    /** The same of a resolution clock. */
    RESOLUTION_CLOCK,
    /** A ticket was answered within 24 hours of its arrival (1), or 24 hours passed (0). */
    ANSWERED,
    /**
     * A ticket was solved for the first time: without waiting for the customer and without another message of the customer
     * before, and not reopened since (1), or else (0). It counts when it was solved.
     */
    FIRST_CONTACT,
    /** A ticket was solved for the first time, and reopened since (1) or not (0). It counts when it was solved. */
    REOPENED,
    /** A survey was answered: its CSAT, 1 to 5. */
    CSAT,
    /** The same: 1 for 4 and 5, else 0. */
    SATISFIED,
    /** A survey was answered: 100 for a promoter (9, 10), -100 for a detractor (0 to 6), else 0. */
    NPS,
    /** A callback that was tried ended: somebody spoke to the customer in one of its calls (1), or not (0). */
    CALLBACK,
    /** A ticket was answered for the first time: seconds since its arrival. */
    FIRST_RESPONSE_TIME,
    /** A ticket got the remedy that it has now: seconds since its arrival. */
    RESOLUTION_TIME
}
