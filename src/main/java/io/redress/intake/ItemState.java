package io.redress.intake;

import io.redress.ticket.Keyed;

/** Where an arrival stands or ended. Every item ends in a final state, with a reason. */
public enum ItemState implements Keyed {
    /** Handed off, not yet worked on. */
    RECEIVED(false),
    /** A chat message that waits for the customer to finish. */
    COLLECTING(false),
    /** A mail that its server does not give out whole; it stays in its mailbox and is tried again. */
    SET_ASIDE(false),
    /** Names a ticket whose number was given a moment ago, and waits for it. */
    WAITING(false),
    /** Opened a ticket. */
    TICKETED(true),
    /** A complaint that was over before it came here: kept as a closed ticket. */
    IMPORTED(true),
    /** The same item, or the same call, had come before. */
    DUPLICATE(true),
    /** Belongs to a ticket that was there. */
    FOLLOW_UP(true),
    /** Written by a machine: vacation notice, receipt, our own mail. */
    AUTO_REPLY(true),
    /** A rule of the shop says that it is no complaint. */
    IGNORED(true),
    /** A delivery failure of a mail of ours. */
    BOUNCE(true),
    /** A chat message that became part of a ticket with others. */
    AGGREGATED(true),
    /** Can never become a ticket as it stands; the reason says why. */
    INVALID(true),
    /** Something went wrong in the hub; to be replayed. */
    FAILED(true);

    private final boolean end;

    ItemState(boolean end) {
        this.end = end;
    }

    public boolean isFinal() {
        return end;
    }
}
