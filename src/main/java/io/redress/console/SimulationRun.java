package io.redress.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.simulation.Actor;
import io.redress.simulation.Clients;
import io.redress.simulation.Deeds;
import io.redress.simulation.GeneratedArrival;
import io.redress.simulation.GeneratedNormalizer;
import io.redress.simulation.Population;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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
final class SimulationRun {

    private static final int MOST_ROUNDS = 1_000;

    private final SimulatedHub hub;
    private final Population population;
    private final Clients clients;
    private final List<Actor> actors;
    private final ProducerTemplate camel;
    private final HandOff handOff;
    private final JdbcClient jdbc;
    private final TimeSpent spent = new TimeSpent();
    private final Deque<GeneratedArrival> arrivals = new ArrayDeque<>();
    private final List<GeneratedArrival> written = new ArrayList<>();

    SimulationRun(SimulatedHub hub, Population population, Clients clients, List<Actor> actors) {
        this.hub = hub;
        this.population = population;
        this.clients = clients;
        this.actors = actors;
        this.camel = hub.bean(ProducerTemplate.class);
        this.handOff = hub.bean(HandOff.class);
        this.jdbc = hub.bean(JdbcClient.class);
    }

    /** Lets the days pass; {@code progress} hears of each that is over. */
    void pass(LocalDate from, int days, ZoneId zone, IntConsumer progress) throws Exception {
        for (int day = 0; day < days; day++) {
            LocalDate date = from.plusDays(day);
            arrivals.addAll(population.on(date));
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            for (Instant now = next(end); now != null; now = next(end)) {
                hub.clock().set(now);
                at(now);
            }
            progress.accept(day + 1);
        }
    }

    TimeSpent spent() {
        return spent;
    }

    /** The next event before {@code end}; null when there is none. */
    private @Nullable Instant next(Instant end) {
        GeneratedArrival arrival = arrivals.peek();
        Instant next = arrival == null ? end : earlier(end, arrival.at());
        for (Actor actor : actors) {
            next = earlier(next, actor.next());
        }
        next = earlier(next, firstDue());
        Instant now = hub.clock().instant();
        return next.isBefore(end) ? (next.isBefore(now) ? now : next) : null;
    }

    private void at(Instant now) throws Exception {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            spent.on("customers and desks", () -> act(now));
            spent.on("intake", () -> arrive(now));
            spent.on("updates and outcomes", () -> hub.awaitIdle());
            Instant due = spent.of("looking for what is due", this::firstDue);
            boolean isDue = due != null && !due.isAfter(now);
            if (isDue) {
                spent.on("due work", () -> work());
                spent.on("messages", () -> camel.sendBody("direct:messages", ""));
            }
            boolean heard = spent.of("reading queues", () -> hear(now));
            if (!isDue && !heard && !hasMore(now)) {
                return;
            }
        }
        throw new IllegalStateException("at " + now + " there is always more to do: due work does not end");
    }

    private void act(Instant now) {
        var deeds = new Deeds() {
            @Override
            public void send(String queue, JsonNode message) {
                hub.send(queue, message);
            }

            @Override
            public void write(GeneratedArrival arrival) {
                written.add(arrival);
            }
        };
        actors.forEach(actor -> actor.act(now, deeds));
    }

    private void arrive(Instant now) throws InterruptedException {
        while (!arrivals.isEmpty() && !arrivals.peek().at().isAfter(now)) {
            written.add(arrivals.remove());
        }
        if (!written.isEmpty()) {
            var batch = new ArrayList<RawMessage>();
            written.forEach(arrival -> take(arrival, batch));
            written.clear();
            camel.sendBody("direct:hand-off-batch", batch);
            hub.awaitIdle();
        }
    }

    private void take(GeneratedArrival arrival, List<RawMessage> batch) {
        RawMessage raw = received(arrival, arrival.id());
        batch.add(raw);
        if (!arrival.followsUp()) {
            clients.complained(raw.number(), arrival);
            if (population.repeats(arrival)) {
                String again = UUID.nameUUIDFromBytes(arrival.id().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString();
                batch.add(received(arrival, again));
            }
        }
    }

    private RawMessage received(GeneratedArrival arrival, String id) {
        return handOff.identified(
                id,
                arrival.kind(),
                GeneratedNormalizer.FORMAT,
                GeneratedNormalizer.original(arrival),
                Map.of(),
                arrival.key());
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
                for (Actor actor : actors) {
                    actor.heard(now, queue, news);
                }
            }
        }
        return heard;
    }

    private boolean hasMore(Instant now) {
        return actors.stream().map(Actor::next).anyMatch(next -> next != null && !next.isAfter(now));
    }

    private @Nullable Instant firstDue() {
        return jdbc.sql("select min(due_at) from due_work where state = 'due'")
                .query((row, n) -> {
                    OffsetDateTime due = row.getObject(1, OffsetDateTime.class);
                    return due == null
                            ? Instant.MAX.minusSeconds(1)
                            : due.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
                })
                .single();
    }

    private static Instant earlier(Instant a, @Nullable Instant b) {
        return b != null && b.isBefore(a) ? b : a;
    }
}
