package io.redress.intake;

import java.util.Locale;

/** Where an arrival stands or ended. Every item ends in a final state, with a reason. */
public enum ItemState {
    /** Handed off, not yet worked on. */
    RECEIVED(false),
    /** A chat message that waits for the customer to finish. */
    COLLECTING(false),
    /** Names a ticket whose number was given a moment ago, and waits for it. */
    WAITING(false),
    /** Opened a ticket. */
    TICKETED(true),
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
    /** Something broke on our side; to be replayed. */
    FAILED(true);

    private final boolean end;

    ItemState(boolean end) {
        this.end = end;
    }

    public boolean isFinal() {
        return end;
    }

    /** As the API and the database write it: {@code follow-up}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
