package io.redress.desk;

import io.redress.due.Transactions;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketLifecycle.Result;
import io.redress.lifecycle.TicketUpdate;
import java.util.Optional;

/** Updates that somebody makes who has looked at the ticket: they count only while it is as it was seen. */
public final class DeskUpdates {

    private final Transactions transactions;
    private final TicketTimeline timeline;
    private final TicketLifecycle lifecycle;

    public DeskUpdates(Transactions transactions, TicketTimeline timeline, TicketLifecycle lifecycle) {
        this.transactions = transactions;
        this.timeline = timeline;
        this.lifecycle = lifecycle;
    }

    /**
     * Applies an update to a ticket of a version.
     *
     * @param seen the version that its sender has seen
     * @return empty when the ticket has changed since, and nothing was applied
     */
    public Optional<Result> apply(TicketUpdate update, int seen) {
        return transactions.execute(() -> {
            if (!timeline.lock(update.ticket())) {
                return Optional.of(new Result(Outcome.UNKNOWN, null, "no ticket has that number"));
            }
            int version = TimelineEntry.version(timeline.of(update.ticket()));
            return version == seen ? Optional.of(lifecycle.apply(update)) : Optional.empty();
        });
    }
}
