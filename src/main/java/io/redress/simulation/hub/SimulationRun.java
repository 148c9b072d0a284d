package io.redress.simulation.hub;

import static io.redress.ledger.PostgresValues.literals;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.due.DueState;
import io.redress.intake.RawMessage;
import io.redress.simulation.GeneratedArrival;
import io.redress.simulation.HubActions;
import io.redress.simulation.SimulatedActor;
import io.redress.survey.SurveyAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets days pass in a simulated hub. Time goes from one event to the next: a complaint arrives, work of the hub is due,
 * somebody outside does something. At each, one kind of work after the other is done to its end, so that the same
 * events always meet in the same order.
 */
final class SimulationRun implements HubActions {

    private static final int MOST_ROUNDS = 1_000;

    private final SimulatedHub hub;
    private final SimulatedArrivals arrivals;
    private final SimulatedSurveys surveys;
    private final List<SimulatedActor> actors;
    private final ProducerTemplate camel;
    private final JdbcClient jdbc;
    private final RunTimings spent = new RunTimings();

    SimulationRun(SimulatedHub hub, SimulatedArrivals arrivals, SimulatedSurveys surveys, List<SimulatedActor> actors) {
        this.hub = hub;
        this.arrivals = arrivals;
        this.surveys = surveys;
        this.actors = actors;
        this.camel = hub.bean(ProducerTemplate.class);
        this.jdbc = hub.bean(JdbcClient.class);
    }

    /** Lets the days pass; {@code progress} hears of each that is over. */
    void pass(LocalDate from, int days, ZoneId zone, IntConsumer progress) throws Exception {
        for (int day = 0; day < days; day++) {
            LocalDate date = from.plusDays(day);
            arrivals.expect(date);
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            for (Instant now = next(end); now != null; now = next(end)) {
                hub.clock().set(now);
                at(now);
            }
            progress.accept(day + 1);
        }
    }

    RunTimings spent() {
        return spent;
    }

    @Override
    public void send(String queue, JsonNode message) {
        hub.send(queue, message);
    }

    @Override
    public void write(GeneratedArrival arrival) {
        arrivals.add(arrival);
    }

    @Override
    public void answer(UUID survey, SurveyAnswer answer) {
        surveys.answer(survey, answer);
    }

    /** The next event before {@code end}; null when there is none. */
    private @Nullable Instant next(Instant end) throws Exception {
        Instant next = earlier(spent.of("looking for what is due", this::firstDue), arrivals.next());
        for (SimulatedActor actor : actors) {
            next = earlier(next, actor.next());
        }
        Instant now = hub.clock().instant();
        // What is overdue happens now: time does not go back.
        return next.isBefore(end) ? (next.isBefore(now) ? now : next) : null;
    }

    private static Instant earlier(Instant a, @Nullable Instant b) {
        return b != null && b.isBefore(a) ? b : a;
    }

    private void at(Instant now) throws Exception {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            spent.on("customers and desks", () -> actors.forEach(actor -> actor.act(now, this)));
            spent.on("intake", () -> arrive(now));
            spent.on("updates and outcomes", hub::awaitIdle);
            boolean isDue = !spent.of("looking for what is due", this::firstDue).isAfter(now);
            if (isDue) {
                spent.on("due work", this::work);
                spent.on("messages", () -> camel.sendBody("direct:messages", ""));
                spent.on("surveys", () -> surveys.deliver(now));
            }
            boolean heard = spent.of("reading queues", () -> hear(now));
            if (!isDue && !heard && !hasMore(now)) {
                return;
            }
        }
        throw new IllegalStateException("at " + now + " there is always more to do: due work does not end");
    }

    private void arrive(Instant now) throws InterruptedException {
        List<RawMessage> batch = arrivals.handedOff(now);
        if (!batch.isEmpty()) {
            camel.sendBody("direct:hand-off-batch", batch);
            hub.awaitIdle();
        }
    }

    private void work() throws InterruptedException {
        camel.sendBody("direct:due-work", "");
        hub.awaitIdle();
    }

    private boolean hear(Instant now) throws Exception {
        boolean heard = false;
        for (String queue : hub.queuesToRead()) {
            for (JsonNode news = hub.take(queue); news != null; news = hub.take(queue)) {
                heard = true;
                for (SimulatedActor actor : actors) {
                    actor.heard(now, queue, news);
                }
            }
        }
        return heard;
    }

    private boolean hasMore(Instant now) {
        return actors.stream().map(SimulatedActor::next).anyMatch(next -> next != null && !next.isAfter(now));
    }

    /** When the hub has something to do; the end of time when it has not. */
    private Instant firstDue() {
        return jdbc.sql("select min(due_at) from due_work where state = " + literals(DueState.DUE))
                .query((row, n) -> {
                    OffsetDateTime due = row.getObject(1, OffsetDateTime.class);
                    return due == null ? Instant.MAX : due.toInstant();
                })
                .single();
    }
}
