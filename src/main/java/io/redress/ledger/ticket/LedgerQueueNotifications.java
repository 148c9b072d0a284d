package io.redress.ledger.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.ledger.StoredJson;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketStatusRepository.CurrentStatus;
import io.redress.lifecycle.UpdateEffects;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** News for those who read a queue, as due work. */
public final class LedgerQueueNotifications implements QueueNotifications {

    private static final String NEWS = "announcement";
    private static final String HAND_OVER = "hand-over";

    private final DueWorkPlanner planner;
    private final TicketQueries tickets;
    private final TicketStatusRepository statuses;
    private final ObjectMapper json;
    private final StoredJson stored;
    private final Clock clock;

    public LedgerQueueNotifications(
            DueWorkPlanner planner,
            TicketQueries tickets,
            TicketStatusRepository statuses,
            ObjectMapper json,
            Clock clock) {
        this.planner = planner;
        this.tickets = tickets;
        this.statuses = statuses;
        this.json = json;
        this.stored = new StoredJson(json);
        this.clock = clock;
    }

    private record Planned(String queue, Map<String, Object> news) {}

    @Override
    public void tell(String number, String key, String queue, Map<String, Object> news) {
        planner.plan(NEWS, number, number + "/" + key, clock.instant(), stored.written(new Planned(queue, news)));
    }

    @Override
    public void handOver(String number, String key, String queue) {
        planner.plan(HAND_OVER, number, number + "/" + key, clock.instant(), queue);
    }

    /** The steps that send what was planned. */
    public DueStep news() {
        return step(NEWS, order -> {
            Planned planned = stored.read(order.argument(), Planned.class);
            return new QueueMessage(planned.queue(), body(order.id(), order.ticketNumber(), planned.news()));
        });
    }

    /** As {@link #news()}, for whole tickets. */
    public DueStep handOvers() {
        return step(
                HAND_OVER,
                order -> new QueueMessage(
                        order.argument(),
                        json.valueToTree(
                                tickets.find(order.ticketNumber()).orElseThrow().ticket())));
    }

    /** Tells queue {@code escalations} of each ticket that is opened again. */
    public StatusListener reopenings() {
        return change -> {
            if (change.to() == TicketStatus.REOPENED) {
                Map<String, Object> news = new LinkedHashMap<>();
                news.put("type", "reopened");
                news.put("round", change.round());
                String reason = UpdateEffects.words(change.update());
                if (reason != null) {
                    news.put("reason", reason);
                }
                tell(change.ticket(), "reopened/" + change.round(), QueueNames.ESCALATIONS, news);
            }
        };
    }

    @Override
    public ObjectNode body(String id, String number, Map<String, Object> news) {
        CurrentStatus current = statuses.of(number).orElseThrow();
        ObjectNode body = json.createObjectNode();
        body.put("id", id);
        body.put("at", clock.instant().toString());
        body.put("ticket", number);
        body.put("status", current.status().key());
        body.put("category", current.category());
        body.put("priority", current.priority().key());
        body.put("owner", current.owner());
        body.put("level", current.level());
        news.forEach((name, value) -> body.set(name, json.valueToTree(value)));
        return body;
    }

    private static DueStep step(String kind, Function<DueOrder, QueueMessage> sending) {
        return new DueStep() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public StepResult perform(DueOrder order) {
                return StepResult.done(sending.apply(order));
            }
        };
    }
}
