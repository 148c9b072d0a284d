package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.QueueNames;
import io.redress.simulation.SimulationSettings.Callbacks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Those who call customers back: they read {@code callbacks.due} and report to {@code callbacks.outcomes}. */
public final class SimulatedCallers implements SimulatedActor {

    private static final int HOURS = 24;

    private final Callbacks callbacks;
    private final SimulatedCustomers simulatedCustomers;
    private final long seed;
    private final ZoneId zone;
    private final PriorityQueue<CallReport> reports = new PriorityQueue<>();
    private final Set<String> given = new HashSet<>();
    private final long[] byHour = new long[HOURS];
    private final Map<String, Long> results = new TreeMap<>();

    private record CallReport(Instant at, String name, String ticket, ObjectNode body)
            implements Comparable<CallReport> {

        @Override
        public int compareTo(CallReport other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : name.compareTo(other.name);
        }
    }

    /** @param zone by whose hours the calls are counted */
    public SimulatedCallers(
            SimulationSettings settings, SimulatedCustomers simulatedCustomers, long seed, ZoneId zone) {
        this.callbacks = settings.callbacks();
        this.simulatedCustomers = simulatedCustomers;
        this.seed = seed;
        this.zone = zone;
    }

    @Override
    public void heard(Instant now, String queue, JsonNode message) {
        String callback = message.path("id").asText();
        int attempt = message.path("attempt").asInt();
        // Given out to the owner first and to the pool later, a call is made once.
        if (!queue.equals(QueueNames.CALLBACKS) || !given.add(callback + "/" + attempt)) {
            return;
        }
        byHour[now.atZone(zone).getHour()]++;
        String ticket = message.path("ticket").asText();
        String name =
                simulatedCustomers.id(ticket) + "/" + message.path("reason").asText() + "/" + attempt;
        SeededRandom random = SeededRandom.about(seed, "call", name);
        Instant at = now.plus(random.wait(callbacks.takes()));
        String result = result(random, ticket);
        results.merge(result, 1L, Long::sum);
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("id", callback + "/" + attempt)
                .put("callback", callback)
                .put("attempt", attempt)
                .put("outcome", result)
                .put("at", at.toString())
                .put("by", "callers");
        if (result.equals("call-later")) {
            report.put("callAgainAt", at.plus(Duration.ofDays(1)).toString());
        }
        reports.add(new CallReport(at, name, ticket, report));
    }

    @Override
    public @Nullable Instant next() {
        CallReport report = reports.peek();
        return report == null ? null : report.at();
    }

    @Override
    public void act(Instant now, HubActions actions) {
        for (CallReport report = reports.peek(); report != null && !report.at().isAfter(now); report = reports.peek()) {
            actions.send(QueueNames.OUTCOMES, reports.remove().body());
        }
    }

    /** Calls by the hour of the day in which they were due. */
    List<Long> byHour() {
        var hours = new ArrayList<Long>();
        for (long calls : byHour) {
            hours.add(calls);
        }
        return List.copyOf(hours);
    }

    /** How the calls ended. */
    Map<String, Long> results() {
        return results;
    }

    private String result(SeededRandom random, String ticket) {
        if (random.falls(callbacks.noAnswer())) {
            return "no-answer";
        }
        if (random.falls(callbacks.wrongNumber())) {
            return "wrong-number";
        }
        if (random.falls(callbacks.refuses())) {
            return "refuses";
        }
        if (random.falls(callbacks.callLater())) {
            return "call-later";
        }
        return simulatedCustomers.saysSolved(ticket) ? "reached-solved" : "reached-not-solved";
    }
}
