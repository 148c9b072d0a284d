package io.redress.ledger.delivery;

import static io.redress.ledger.PostgresValues.literals;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.delivery.Delivery;
import io.redress.delivery.DeliveryState;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.intake.recording.FollowUpDeliveries;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.event.EventPlanner;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.UpdateEffects;
import io.redress.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what targets are to be told, in the transaction of its cause. While no target is connected it costs
 * nothing. What targets are told, subscribers of events are, too. Follow-ups and updates go to targets that were to get the ticket; news go to all but their sender.
 */
public final class DeliveryPlanner implements StatusListener, FollowUpDeliveries {

    private static final String OPENED = """
            insert into delivery (id, target, ticket_number, kind, due_at, planned_at, updated_at)
            values (?, ?, ?, 'ticket', ?, ?, ?) on conflict do nothing
            """;
    private static final String FOLLOWED = """
            insert into delivery (id, target, ticket_number, kind, text, status, due_at, planned_at, updated_at)
            select ?, target, ticket_number, ?, ?, ?, ?, ?, ? from delivery
            where ticket_number = ? and target = ? and kind = 'ticket' and state <> %s
            on conflict do nothing
            """.formatted(literals(DeliveryState.CANCELLED));

    private final JdbcClient jdbc;
    private final Targets targets;
    private final EventPlanner events;
    private final Clock clock;

    public DeliveryPlanner(JdbcClient jdbc, Targets targets, EventPlanner events, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.events = events;
        this.clock = clock;
    }

    /** A ticket was opened. */
    public void opened(SqlBatch batch, Ticket ticket) {
        events.opened(batch, ticket);
        for (Target target : targets.connected()) {
            if (target.takes(ticket.triage().category())) {
                var now = utc(clock.instant());
                UUID id = id(target.name(), ticket.number());
                batch.add(OPENED, id, target.name(), ticket.number(), now, now, now);
            }
        }
    }

    @Override
    public void followedUp(String number, String itemId, String text) {
        events.followedUp(number, itemId);
        plan(Delivery.FOLLOW_UP, number, "item " + itemId, text, null, null);
    }

    @Override
    public void changed(StatusChange change) {
        plan(
                Delivery.UPDATE,
                change.ticket(),
                "update " + change.update().id(),
                UpdateEffects.words(change.update()),
                change.to().key(),
                change.update().source());
    }

    /** The customer of a ticket is forgotten. */
    public void forgotten(String number) {
        plan(Delivery.UPDATE, number, Delivery.FORGOTTEN, null, Delivery.FORGOTTEN, null);
    }

    private void plan(
            String kind,
            String number,
            String cause,
            @Nullable String text,
            @Nullable String status,
            @Nullable String sender) {
        var batch = new SqlBatch(jdbc);
        var now = utc(clock.instant());
        for (Target target : targets.connected()) {
            if (!target.name().equals(sender) && targets.wants(target, kind, status)) {
                UUID id = id(target.name(), number + ' ' + cause);
                String stored = PostgresValues.textOrNull(text);
                batch.add(FOLLOWED, id, kind, stored, status, now, now, now, number, target.name());
            }
        }
        batch.send();
    }

    /** The same for the same target and cause, whoever plans it. */
    public static UUID id(String target, String cause) {
        return UUID.nameUUIDFromBytes(("delivery " + target + ' ' + cause).getBytes(StandardCharsets.UTF_8));
    }
}
