package io.redress.dispatch;

import io.redress.ticket.Ticket;
import io.redress.triage.CategoryRules;

/** The Content-Based Router's table: the queue of each category, from {@code config/categories.yaml} only. */
public final class DispatchTable {

    private final CategoryRules rules;

    public DispatchTable(CategoryRules rules) {
        this.rules = rules;
    }

    /** The JMS queue where downstream systems take this ticket; there always is one. */
    public String queueOf(Ticket ticket) {
        return rules.queue(ticket.triage().category());
    }
}
