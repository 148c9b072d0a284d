package io.redress.callback.workflow;

import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Tells the ticket how its callback ended. A ticket that stands elsewhere by then only gets a line in its history. */
public final class CallbackCompletion {

    static final String WHO = "callbacks";

    private final CallbackTickets tickets;
    private final TicketLifecycle lifecycle;
    private final Clock clock;

    public CallbackCompletion(CallbackTickets tickets, TicketLifecycle lifecycle, Clock clock) {
        this.tickets = tickets;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** The callback is over, and the survey takes its turn. */
    void over(CallbackTicket ticket, String id, String reason) {
        tell(ticket, id, UpdateKind.CALLBACK, reason, null);
    }

    /** The customer says that it is not solved. */
    void notSolved(CallbackTicket ticket, String id, String reason, @Nullable String note) {
        tell(ticket, id, UpdateKind.REOPENED, reason, note);
    }

    private void tell(CallbackTicket ticket, String id, UpdateKind kind, String reason, @Nullable String note) {
        if (kind.applies(ticket.status())) {
            // The hub decides now, whenever the call was: an older time would make the news come late.
            lifecycle.apply(new TicketUpdate(
                    "callback/" + id,
                    ticket.number(),
                    kind,
                    clock.instant(),
                    WHO,
                    null,
                    note,
                    reason,
                    null,
                    null,
                    null,
                    null,
                    null));
        } else {
            tickets.happened(ticket.number(), WHO, "callback over", reason);
        }
    }
}
