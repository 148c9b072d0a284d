package io.redress.ledger.intake;

import io.redress.attachment.AttachmentService;
import io.redress.attachment.Quarantine;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ticket.Attachment;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Has attachments scanned that could not be scanned while their ticket was opened: again each minute, until the scanner has
 * said something of each. Systems downstream that got the ticket without them are told that they are clean now.
 */
public final class DeferredScans implements DueStep {

    static final String KIND = "attachment-scan";

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final TicketRows tickets;
    private final AttachmentService service;
    private final DeliveryPlanner deliveries;
    private final Clock clock;

    public DeferredScans(TicketRows tickets, AttachmentService service, DeliveryPlanner deliveries, Clock clock) {
        this.tickets = tickets;
        this.service = service;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Plans to have scanned what was not, in the transaction that opens the ticket. */
    public static void plan(DueWork due, SqlBatch batch, Ticket ticket, Instant now) {
        if (ticket.complaint().attachments().stream().anyMatch(Attachment::isPending)) {
            due.plan(batch, KIND, ticket.number(), ticket.number(), now.plus(PAUSE), "");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        Ticket ticket = tickets.locked(order.ticketNumber());
        List<Attachment> before = ticket.complaint().attachments();
        List<Attachment> now = service.rescan(before);
        if (!now.equals(before)) {
            tickets.complete(ticket.withComplaint(ticket.complaint().withAttachments(now)));
            tell(order, before, now);
        }
        return now.stream().anyMatch(Attachment::isPending)
                ? new StepResult.NotYet(clock.instant().plus(PAUSE))
                : StepResult.done();
    }

    private void tell(DueOrder order, List<Attachment> before, List<Attachment> now) {
        long released = Quarantine.released(before, now);
        if (released > 0) {
            String words = released + " of " + now.size() + " attachments are clean and no longer held back";
            happened(order, "attachments released", words);
            deliveries.followedUp(order.ticketNumber(), "scan " + order.token(), words);
        }
        if (!Quarantine.found(before, now).isEmpty()) {
            happened(order, "attachments quarantined", Quarantine.words(now));
        }
    }

    private void happened(DueOrder order, String what, String why) {
        tickets.happened(order.ticketNumber(), new Event(clock.instant(), "hub", what, why), null);
    }
}
