package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.servicelevel.BusinessCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The desks of all categories: they take new tickets from their queues and reopened ones from {@code escalations}. */
public final class Desks implements Actor {

    private static final Map<String, Integer> RANKS = Map.of("major", 0, "urgent", 1);
    private static final int NORMAL = 2;

    private final Map<String, Desk> desks = new TreeMap<>();
    private final Function<String, Desk> made;
    private final Clients clients;

    /** @param calendars the business hours of a category's desk */
    public Desks(
            SimulationSettings settings, Function<String, BusinessCalendar> calendars, Clients clients, long seed) {
        this.clients = clients;
        this.made = category -> new Desk(settings.desk(category), calendars.apply(category), clients, seed);
    }

    @Override
    public void heard(Instant now, String queue, JsonNode message) {
        if (message.path("type").asText().equals("reopened")) {
            String number = message.path("ticket").asText();
            clients.reopened(number);
            desk(message.path("category").asText())
                    .takes(number, message.path("round").asInt(), rank(message.path("priority")), now);
        } else if (message.path("triage").isObject()) {
            JsonNode triage = message.path("triage");
            desk(triage.path("category").asText())
                    .takes(message.path("number").asText(), 1, rank(triage.path("priority")), now);
        }
    }

    @Override
    public @Nullable Instant next() {
        Instant next = null;
        for (Desk desk : desks.values()) {
            next = Desk.earlier(next, desk.next());
        }
        return next;
    }

    @Override
    public void act(Instant now, Deeds deeds) {
        desks.values().forEach(desk -> desk.act(now, deeds));
    }

    private Desk desk(String category) {
        return desks.computeIfAbsent(category, made);
    }

    private static int rank(JsonNode priority) {
        return RANKS.getOrDefault(priority.asText(), NORMAL);
    }
}
