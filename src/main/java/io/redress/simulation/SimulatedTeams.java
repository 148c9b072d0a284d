package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.servicelevel.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The desks of all categories: they take new tickets from their queues and reopened ones from {@code escalations}. */
public final class SimulatedTeams implements SimulatedActor {

    private static final Map<String, Integer> RANKS = Map.of("major", 0, "urgent", 1);
    private static final int NORMAL = 2;

    private final Map<String, SimulatedTeam> teams = new TreeMap<>();
    private final Function<String, SimulatedTeam> made;
    private final SimulatedCustomers simulatedCustomers;

    /** @param calendars the business hours of a category's desk */
    public SimulatedTeams(
            SimulationSettings settings,
            Function<String, BusinessCalendar> calendars,
            SimulatedCustomers simulatedCustomers,
            long seed) {
        this.simulatedCustomers = simulatedCustomers;
        this.made = category ->
                new SimulatedTeam(settings.desk(category), calendars.apply(category), simulatedCustomers, seed);
    }

    @Override
    public void heard(Instant now, String queue, JsonNode message) {
        if (message.path("type").asText().equals("reopened")) {
            String number = message.path("ticket").asText();
            simulatedCustomers.reopened(number);
            team(message.path("category").asText())
                    .takes(number, message.path("round").asInt(), rank(message.path("priority")), now);
        } else if (message.path("triage").isObject()) {
            JsonNode triage = message.path("triage");
            team(triage.path("category").asText())
                    .takes(message.path("number").asText(), 1, rank(triage.path("priority")), now);
        }
    }

    @Override
    public @Nullable Instant next() {
        Instant next = null;
        for (SimulatedTeam team : teams.values()) {
            next = SimulatedTeam.earlier(next, team.next());
        }
        return next;
    }

    @Override
    public void act(Instant now, HubActions actions) {
        teams.values().forEach(team -> team.act(now, actions));
    }

    private SimulatedTeam team(String category) {
        return teams.computeIfAbsent(category, made);
    }

    private static int rank(JsonNode priority) {
        return RANKS.getOrDefault(priority.asText(), NORMAL);
    }
}
