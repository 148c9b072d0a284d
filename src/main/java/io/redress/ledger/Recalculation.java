package io.redress.ledger;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Brings all running clocks in line with calendars and service levels that were changed. */
public final class Recalculation {

    private static final Logger LOG = LoggerFactory.getLogger(Recalculation.class);
    private static final int PAGE = 200;

    private final TransactionOperations transaction;
    private final Standings standings;
    private final ClockRows rows;
    private final TicketClocks clocks;

    public Recalculation(TransactionOperations transaction, Standings standings, ClockRows rows, TicketClocks clocks) {
        this.transaction = transaction;
        this.standings = standings;
        this.rows = rows;
        this.clocks = clocks;
    }

    /**
     * Looks at every ticket with a running clock, each in a transaction of its own; doing it again changes nothing.
     *
     * @param reason for the history of the tickets whose deadlines move
     */
    public void all(String reason) {
        int looked = 0;
        List<String> page = rows.tickets("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(ticket -> transaction.executeWithoutResult(status -> recalculate(ticket, reason)));
            looked += page.size();
            page = rows.tickets(page.get(page.size() - 1), PAGE);
        }
        LOG.info("The deadlines of {} tickets agree with calendars and service levels", looked);
    }

    /** Locks the ticket before its clocks, as everything that changes a ticket does: else two could block each other. */
    private void recalculate(String ticket, String reason) {
        standings.locked(ticket);
        clocks.recalculate(ticket, reason);
    }
}
