package io.redress.intake;

import io.redress.ticket.KeyedEnum;

/** Where an arrival stands or ended. Every item ends in a final state, with a reason. */
public enum ItemState implements KeyedEnum {
    /** Handed off, not yet worked on. */
    RECEIVED,
    /** A chat message that waits for the customer to finish. */
    COLLECTING,
    /** A mail that its server does not give out whole; it stays in its mailbox and is tried again. */
    SET_ASIDE,
    /** Names a ticket whose number was given a moment ago, and waits for it. */
    WAITING,
    /** Opened a ticket. */
    TICKETED,
    /** A complaint that was over before it came here: kept as a closed ticket. */
    IMPORTED,
    /** The same item, or the same call, had come before. */
    DUPLICATE,
    /** Belongs to a ticket that was there. */
    FOLLOW_UP,
    /** Written by a machine: vacation notice, receipt, our own mail. */
    AUTO_REPLY,
    /** A rule of the shop says that it is no complaint. */
    IGNORED,
    /** Sent by the hub to one of its own channels, to know that it works. */
    CANARY,
    /** A delivery failure of a mail of ours. */
    BOUNCE,
    /** A chat message that became part of a ticket with others. */
    AGGREGATED,
    /** Can never become a ticket as it stands; the reason says why. */
    INVALID,
    /** Something went wrong in the hub; to be replayed. */
    FAILED
}
