package io.redress.ledger.event;

import static io.redress.ledger.PostgresValues.text;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.event.EventType;
import io.redress.incident.Incident;
import io.redress.incident.IncidentListener;
import io.redress.incident.IncidentSubject;
import io.redress.ledger.SqlBatch;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketStatus;
import io.redress.servicelevel.clock.BreachListener;
import io.redress.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what subscribers are to be sent, in the transaction of what happened, by one statement for an event; by none where
 * nobody subscribed to its type. An event that is written again stays as it is: its id is made of its cause.
 */
public final class EventPlanner implements StatusListener, BreachListener, IncidentListener {

    private static final String INSERT = """
            insert into event_delivery (event_id, subscription_id, type, occurred_at, subject, category, priority,
                                        status, due_at, updated_at)
            """;

    private static final String OPENED = INSERT + """
            select ?, id, ?, ?, ?, ?, ?, ?, ?, ? from event_subscription
            where disabled_at is null and ? = any (types) and (categories = '{}' or ? = any (categories))
            on conflict do nothing
            """;

    private static final String OF_TICKET = INSERT + """
            select ?, s.id, ?, ?, t.number, t.category, t.priority, coalesce(?, t.status), ?, ?
            from ticket t, event_subscription s
            where t.number = ? and s.disabled_at is null and ? = any (s.types)
              and (s.categories = '{}' or t.category = any (s.categories))
            on conflict do nothing
            """;

    private static final String OF_INCIDENT = INSERT + """
            select ?, id, ?, ?, ?, null, null, null, ?, ? from event_subscription
            where disabled_at is null and ? = any (types)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final SubscribedTypes subscribed;
    private final Clock clock;

    public EventPlanner(JdbcClient jdbc, SubscribedTypes subscribed, Clock clock) {
        this.jdbc = jdbc;
        this.subscribed = subscribed;
        this.clock = clock;
    }

    /** A ticket was opened; the statement joins those that open it. */
    public void opened(SqlBatch batch, Ticket ticket) {
        EventType type = EventType.TICKET_CREATED;
        if (subscribed.contains(type)) {
            var now = utc(clock.instant());
            String category = ticket.triage().category();
            batch.add(
                    OPENED,
                    id(type, ticket.number()),
                    type.key(),
                    now,
                    ticket.number(),
                    category,
                    ticket.triage().priority().key(),
                    TicketStatus.RECEIVED.key(),
                    now,
                    now,
                    type.key(),
                    category);
        }
    }

    /** The customer of a ticket wrote again. */
    public void followedUp(String number, String itemId) {
        ofTicket(EventType.TICKET_UPDATED, number, "item " + itemId, null, clock.instant());
    }

    @Override
    public void changed(StatusChange change) {
        String cause = "update " + change.update().id();
        ofTicket(EventType.of(change.to()), change.ticket(), cause, change.to().key(), change.at());
    }

    @Override
    public void breached(String ticket, String id, Instant at) {
        ofTicket(EventType.TICKET_BREACHED, ticket, id, null, at);
    }

    private void ofTicket(EventType type, String number, String cause, @Nullable String status, Instant at) {
        if (subscribed.contains(type)) {
            var now = utc(clock.instant());
            UUID id = id(type, number + ' ' + cause);
            jdbc.sql(OF_TICKET)
                    .params(id, type.key(), utc(at))
                    .param(status)
                    .params(now, now, number, type.key())
                    .update();
        }
    }

    @Override
    public void began(Incident incident) {
        ofIncident(incident, EventType.CHANNEL_FAILING, EventType.TARGET_FAILING, incident.began());
    }

    @Override
    public void ended(Incident incident) {
        Instant at = Objects.requireNonNull(incident.ended());
        ofIncident(incident, EventType.CHANNEL_RECOVERED, EventType.TARGET_RECOVERED, at);
    }

    private void ofIncident(Incident incident, EventType ofChannel, EventType ofTarget, Instant at) {
        IncidentSubject.Kind kind = incident.subject().kind();
        EventType type = kind == IncidentSubject.Kind.CHANNEL
                ? ofChannel
                : kind == IncidentSubject.Kind.TARGET ? ofTarget : null;
        if (type != null && subscribed.contains(type)) {
            var now = utc(clock.instant());
            String name = text(incident.subject().name());
            UUID id = id(type, incident.id().toString());
            jdbc.sql(OF_INCIDENT)
                    .params(id, type.key(), utc(at), name, now, now, type.key())
                    .update();
        }
    }

    private static UUID id(EventType type, String cause) {
        return UUID.nameUUIDFromBytes(("event " + type.key() + ' ' + cause).getBytes(StandardCharsets.UTF_8));
    }
}
