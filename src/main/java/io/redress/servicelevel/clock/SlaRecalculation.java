package io.redress.servicelevel.clock;

import io.redress.due.Transactions;
import io.redress.lifecycle.TicketStatusRepository;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings all running clocks in line with calendars and service levels that were changed. */
public final class SlaRecalculation {

    private static final Logger LOG = LoggerFactory.getLogger(SlaRecalculation.class);
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final TicketStatusRepository statuses;
    private final SlaClockRepository kept;
    private final TicketClocks clocks;

    public SlaRecalculation(
            Transactions transactions, TicketStatusRepository statuses, SlaClockRepository kept, TicketClocks clocks) {
        this.transactions = transactions;
        this.statuses = statuses;
        this.kept = kept;
        this.clocks = clocks;
    }

    /**
     * Looks at every ticket with a running clock, each in a transaction of its own; doing it again changes nothing.
     *
     * @param reason for the history of the tickets whose deadlines move
     */
    public void all(String reason) {
        int looked = 0;
        List<String> page = kept.tickets("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(ticket -> transactions.run(() -> recalculate(ticket, reason)));
            looked += page.size();
            page = kept.tickets(page.get(page.size() - 1), PAGE);
        }
        LOG.info("The deadlines of {} tickets agree with calendars and service levels", looked);
    }

    /** Locks the ticket before its clocks, as everything that changes a ticket does: else two could block each other. */
    private void recalculate(String ticket, String reason) {
        statuses.locked(ticket);
        clocks.recalculate(ticket, reason);
    }
}
