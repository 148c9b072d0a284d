package io.redress.desk;

import io.redress.ticket.KeyedEnum;

/** The lists that staff work off; each is a part of all tickets. */
public enum WorkList implements KeyedEnum {
    /** Open, and the reader owns it. */
    MINE,
    /** Open, and one of the reader's teams owns it. */
    TEAM,
    /** Open, and nobody owns it but a team. */
    UNASSIGNED,
    /** A remedy is owed. */
    OPEN,
    /** Open, that which is due first on top; without those whose clock stands still. */
    DUE_NEXT,
    /** Open, and a promised time has passed. */
    BREACHED,
    /** The customer was asked for something. */
    AWAITING_CUSTOMER,
    /** Open, and a person should look at the category; until somebody has set or confirmed it. */
    REVIEW,
    /** Open, and nobody has taken it up. */
    NEW,
    /** Closed ones, too. */
    ALL;

    /** True where that which is due first stands on top; the others begin with the newest. */
    public boolean isByDue() {
        return this == DUE_NEXT || this == BREACHED;
    }
}
