package io.redress.ledger.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.ledger.delivery.DeliveryPlanner;
import java.time.Clock;

/**
 * Tells others that a ticket's customer is forgotten, so that they forget, too: targets by an update with the status {@code
 * forgotten}, readers of queues by a message on {@code tickets.forgotten}.
 */
public final class ForgottenNotification implements DueStep {

    static final String KIND = "forgotten";

    private final DueWorkPlanner planner;
    private final DeliveryPlanner deliveries;
    private final ObjectMapper json;
    private final Clock clock;

    public ForgottenNotification(DueWorkPlanner planner, DeliveryPlanner deliveries, ObjectMapper json, Clock clock) {
        this.planner = planner;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction in which the ticket is blanked. */
    void tell(String ticket) {
        deliveries.forgotten(ticket);
        planner.plan(KIND, ticket, ticket, clock.instant(), "");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        var message = json.createObjectNode()
                .put("version", 1)
                .put("id", order.id())
                .put("ticket", order.ticketNumber())
                .put("status", KIND)
                .put("at", clock.instant().toString());
        return StepResult.done(new QueueMessage(QueueNames.FORGOTTEN, message));
    }
}
