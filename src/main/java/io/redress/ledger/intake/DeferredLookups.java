package io.redress.ledger.intake;

import io.redress.due.DueOrder;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.lookup.LookupRequest;
import io.redress.lookup.LookupService;
import io.redress.ticket.Event;
import io.redress.ticket.Lookup;
import io.redress.ticket.Priority;
import io.redress.ticket.Ticket;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Completes tickets with what could not be looked up while they were opened: asked again with growing pauses, about eight
 * hours long. A better priority that follows from it is given to the ticket, never a lesser one.
 */
public final class DeferredLookups {

    private static final Logger LOG = LoggerFactory.getLogger(DeferredLookups.class);

    private final TransactionOperations transaction;
    private final TicketRows tickets;
    private final TicketStatusRepository statuses;
    private final DueWork due;
    private final TicketLifecycle lifecycle;
    private final LookupService service;
    private final CategoryRules rules;
    private final Clock clock;

    public DeferredLookups(
            TransactionOperations transaction,
            TicketRows tickets,
            TicketStatusRepository statuses,
            DueWork due,
            TicketLifecycle lifecycle,
            LookupService service,
            CategoryRules rules,
            Clock clock) {
        this.transaction = transaction;
        this.tickets = tickets;
        this.statuses = statuses;
        this.due = due;
        this.lifecycle = lifecycle;
        this.service = service;
        this.rules = rules;
        this.clock = clock;
    }

    /** Plans to ask again whoever was missed, in the transaction that opens the ticket. */
    public static void plan(DueWork due, SqlBatch batch, Ticket ticket, Instant now) {
        ticket.lookups().stream()
                .filter(lookup -> lookup.state() == Lookup.State.MISSED)
                .forEach(lookup -> due.plan(
                        batch,
                        DueWork.LOOKUP,
                        ticket.number(),
                        ticket.number() + "/" + lookup.name(),
                        now.plus(DueWork.FIRST_PAUSE),
                        lookup.name()));
    }

    /** What to ask now; null when nothing is to be asked any more, which is then written down. */
    public @Nullable LookupRequest question(DueOrder order) {
        Optional<LookupRequest> request = service.question(order.argument(), tickets.opened(order.ticketNumber()));
        if (request.isEmpty()) {
            due.skip(order, "lookup " + order.argument() + " is not asked any more");
        }
        return request.orElse(null);
    }

    /** Puts the answer into the ticket, or the question off. */
    public void complete(DueOrder order, LookupRequest request) {
        transaction.executeWithoutResult(status -> {
            Ticket ticket = tickets.locked(order.ticketNumber());
            Optional<Ticket> completed = service.complete(ticket, request);
            if (completed.isPresent()) {
                complete(order, ticket, completed.get());
            } else if (due.failed(order, service.whyMissed(request))) {
                LOG.warn("Lookup {} of {} is abandoned", order.argument(), order.ticketNumber());
                tickets.happened(order.ticketNumber(), null, "lookup given up", "of " + order.argument());
            }
        });
    }

    private void complete(DueOrder order, Ticket before, Ticket ticket) {
        tickets.complete(ticket);
        var event = new Event(clock.instant(), "hub", "completed", "with what " + order.argument() + " knows");
        tickets.happened(ticket.number(), event, null);
        due.done(order, "");
        Priority now = rules.assess(ticket.complaint(), ticket.customer(), ticket.product())
                .priority();
        Priority was = rules.assess(before.complaint(), before.customer(), before.product())
                .priority();
        boolean higher = statuses.locked(ticket.number())
                .filter(standing -> now.compareTo(standing.priority()) > 0)
                .isPresent();
        if (higher && now.compareTo(was) > 0) {
            lifecycle.apply(new TicketUpdate(
                    "lookup " + order.id(),
                    ticket.number(),
                    UpdateKind.RECLASSIFIED,
                    clock.instant(),
                    "hub",
                    null,
                    null,
                    "lookup " + order.argument(),
                    null,
                    null,
                    now.key(),
                    null,
                    false));
        }
    }
}
