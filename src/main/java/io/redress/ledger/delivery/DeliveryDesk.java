package io.redress.ledger.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.delivery.BackOff;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.mapping.TargetMapping;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import io.redress.ledger.TicketQueries;
import io.redress.ledger.TicketRows;
import io.redress.privacy.Masking;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Begins attempts, and writes down how each ended. */
public final class DeliveryDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);
    private static final Duration WHILE_OPEN = Duration.ofSeconds(5);

    private final TransactionOperations transaction;
    private final DeliveryRows rows;
    private final TargetRows targets;
    private final TicketQueries stored;
    private final TicketRows tickets;
    private final Function<String, TargetMapping> mappings;
    private final BackOff backOff;
    private final Clock clock;

    public DeliveryDesk(
            TransactionOperations transaction,
            DeliveryRows rows,
            TargetRows targets,
            TicketQueries stored,
            TicketRows tickets,
            Function<String, TargetMapping> mappings,
            BackOff backOff,
            Clock clock) {
        this.transaction = transaction;
        this.rows = rows;
        this.targets = targets;
        this.stored = stored;
        this.tickets = tickets;
        this.mappings = mappings;
        this.backOff = backOff;
        this.clock = clock;
    }

    /** What to deliver, with the target's fields filled in; null when the order is void or the target is paused. */
    public @Nullable Delivery begin(DeliveryOrder order, String mapping) {
        DeliveryRow row = rows.begin(order).orElse(null);
        if (row == null) {
            rows.release(order);
            return null;
        }
        Ticket ticket = stored.find(row.ticketNumber())
                .orElseThrow(() -> new IllegalStateException("there is no ticket " + row.ticketNumber()))
                .ticket();
        return mappings.apply(mapping)
                .applied(new Delivery(
                        row.id(),
                        row.target(),
                        row.kind(),
                        row.attempts(),
                        ticket,
                        row.text(),
                        row.status(),
                        Map.of(),
                        row.recordId()));
    }

    /**
     * Writes down how a target's steps ended; gives the report to send when it was refused.
     *
     * @param answer {@link Delivered}, {@link TargetRefused}, or anything: delivered, and no record is known
     */
    public List<QueueMessage> ended(DeliveryOrder order, @Nullable Object answer) {
        DeliveryRow row = rows.find(order).orElseThrow();
        if (answer instanceof TargetRefused no) {
            return refused(order, row, String.valueOf(no.getMessage()));
        }
        Delivered delivered = answer instanceof Delivered told ? told : new Delivered(null, null);
        transaction.executeWithoutResult(status -> {
            if (rows.end(order, "delivered", delivered.note())) {
                String as = delivered.recordId() == null ? "" : " as " + delivered.recordId();
                // Before the record, which refers to the ticket: the event waits for those who add to the history.
                tickets.happened(row.ticketNumber(), null, "delivered", row.kind() + " to " + row.target() + as);
                if (delivered.recordId() != null) {
                    rows.record(row.target(), row.ticketNumber(), delivered.recordId());
                }
            }
        });
        return List.of();
    }

    /** Puts off what failed; ends what was refused, and gives the report to send about it. */
    public List<QueueMessage> failed(DeliveryOrder order, Throwable error) {
        DeliveryRow row = rows.find(order).orElse(null);
        Failure failure = Failure.of(error);
        if (row == null) {
            return List.of(); // the row was deleted by hand
        }
        if (failure instanceof Failure.Refused refused) {
            return refused(order, row, refused.answer());
        }
        if (failure instanceof Failure.Temporary temporary) {
            putOff(order, row, temporary);
        } else {
            rows.postpone(order, clock.instant().plus(WHILE_OPEN));
        }
        return List.of();
    }

    private void putOff(DeliveryOrder order, DeliveryRow row, Failure.Temporary failure) {
        int failures = row.failures() + 1;
        Instant now = clock.instant();
        Instant again = now.plus(backOff.pause(failures, failure.retryAfter()));
        LOG.warn(
                "The {} of {} to {} failed ({}), for the {}. time in a row; it is tried again at {}",
                row.kind(),
                row.ticketNumber(),
                order.target(),
                failure.reason(),
                failures,
                again);
        rows.failed(order, again, failure.reason());
        if (failure.retryAfter() != null) {
            targets.notBefore(order.target(), now.plus(failure.retryAfter()));
        }
    }

    private List<QueueMessage> refused(DeliveryOrder order, DeliveryRow row, String answer) {
        LOG.warn("{} refused the {} of {} (delivery {})", row.target(), row.kind(), row.ticketNumber(), row.id());
        transaction.executeWithoutResult(status -> {
            if (rows.end(order, "refused", answer)) {
                tickets.happened(row.ticketNumber(), null, "delivery refused", row.kind() + " by " + row.target());
            }
        });
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("id", row.id())
                .put("at", clock.instant().toString())
                .put("from", "delivery." + row.target())
                .put("ticket", row.ticketNumber())
                .put("kind", row.kind())
                .put("reason", Masking.all().mask(answer))
                .put("remedy", "fix the mapping or the target, then POST /api/targets/" + row.target() + "/replay");
        return List.of(new QueueMessage(Queues.INVALID, report));
    }
}
