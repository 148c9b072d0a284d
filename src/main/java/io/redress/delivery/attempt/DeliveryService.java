package io.redress.delivery.attempt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.BackOff;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.DeliveryState;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.Transactions;
import io.redress.privacy.Masking;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins attempts, and writes down how each ended. */
public final class DeliveryService {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);
    private static final Duration WHILE_OPEN = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final TargetPauses targets;
    private final DeliveryTickets tickets;
    private final Supplier<TargetMappings> mappings;
    private final BackOff backOff;
    private final Clock clock;

    public DeliveryService(
            Transactions transactions,
            Deliveries deliveries,
            TargetPauses targets,
            DeliveryTickets tickets,
            Supplier<TargetMappings> mappings,
            BackOff backOff,
            Clock clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.targets = targets;
        this.tickets = tickets;
        this.mappings = mappings;
        this.backOff = backOff;
        this.clock = clock;
    }

    /** What to deliver, with the target's fields filled in; null when the order is void or the target is paused. */
    public @Nullable Delivery begin(DeliveryOrder order, String mapping) {
        Attempt attempt = deliveries.begin(order).orElse(null);
        if (attempt == null) {
            deliveries.release(order);
            return null;
        }
        Ticket ticket = tickets.get(attempt.ticketNumber());
        return mappings.get()
                .get(mapping)
                .applied(new Delivery(
                        attempt.id(),
                        attempt.target(),
                        attempt.kind(),
                        attempt.attempts(),
                        ticket,
                        attempt.text(),
                        attempt.status(),
                        Map.of(),
                        attempt.recordId()));
    }

    /**
     * Writes down how a target's steps ended; gives the report to send when it was refused.
     *
     * @param answer {@link Delivered}, {@link TargetRefused}, or anything: delivered, and no record is known
     */
    public List<QueueMessage> ended(DeliveryOrder order, @Nullable Object answer) {
        Attempt attempt = deliveries.find(order).orElseThrow();
        if (answer instanceof TargetRefused no) {
            return refused(order, attempt, String.valueOf(no.getMessage()));
        }
        Delivered delivered = answer instanceof Delivered told ? told : new Delivered(null, null);
        transactions.run(() -> {
            if (deliveries.end(order, DeliveryState.DELIVERED, delivered.note())) {
                String as = delivered.recordId() == null ? "" : " as " + delivered.recordId();
                // Before the record, which refers to the ticket: the event waits for those who add to the history.
                tickets.happened(attempt.ticketNumber(), "delivered", attempt.kind() + " to " + attempt.target() + as);
                if (delivered.recordId() != null) {
                    deliveries.record(attempt.target(), attempt.ticketNumber(), delivered.recordId());
                }
            }
        });
        return List.of();
    }

    /** Puts off what failed; ends what was refused, and gives the report to send about it. */
    public List<QueueMessage> failed(DeliveryOrder order, Throwable error) {
        Attempt attempt = deliveries.find(order).orElse(null);
        DeliveryFailure failure = DeliveryFailure.of(error, deliveries::isUnfit);
        if (attempt == null) {
            return List.of(); // the row was deleted by hand
        }
        if (failure instanceof DeliveryFailure.Refused refused) {
            return refused(order, attempt, refused.answer());
        }
        if (failure instanceof DeliveryFailure.Temporary temporary) {
            putOff(order, attempt, temporary);
        } else {
            deliveries.postpone(order, clock.instant().plus(WHILE_OPEN));
        }
        return List.of();
    }

    private void putOff(DeliveryOrder order, Attempt attempt, DeliveryFailure.Temporary failure) {
        int failures = attempt.failures() + 1;
        Instant now = clock.instant();
        Instant again = now.plus(backOff.pause(failures, failure.retryAfter()));
        LOG.warn(
                "The {} of {} to {} failed ({}), for the {}. time in a row; it is tried again at {}",
                attempt.kind(),
                attempt.ticketNumber(),
                order.target(),
                failure.reason(),
                failures,
                again);
        deliveries.failed(order, again, failure.reason());
        if (failure.retryAfter() != null) {
            targets.notBefore(order.target(), now.plus(failure.retryAfter()));
        }
    }

    private List<QueueMessage> refused(DeliveryOrder order, Attempt attempt, String answer) {
        LOG.warn(
                "{} refused the {} of {} (delivery {})",
                attempt.target(),
                attempt.kind(),
                attempt.ticketNumber(),
                attempt.id());
        transactions.run(() -> {
            if (deliveries.end(order, DeliveryState.REFUSED, answer)) {
                tickets.happened(
                        attempt.ticketNumber(), "delivery refused", attempt.kind() + " by " + attempt.target());
            }
        });
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("id", attempt.id())
                .put("at", clock.instant().toString())
                .put("from", "delivery." + attempt.target())
                .put("ticket", attempt.ticketNumber())
                .put("kind", attempt.kind())
                .put("reason", Masking.all().mask(answer))
                .put("remedy", "fix the mapping or the target, then POST /api/targets/" + attempt.target() + "/replay");
        return List.of(new QueueMessage(QueueNames.INVALID, report));
    }
}
