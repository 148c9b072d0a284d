package io.redress.simulation.hub;

import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.simulation.GeneratedArrival;
import io.redress.simulation.GeneratedNormalizer;
import io.redress.simulation.Population;
import io.redress.simulation.SimulatedCustomers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers of a simulation write, on its way into the hub. */
final class SimulatedArrivals {

    private final Population population;
    private final SimulatedCustomers simulatedCustomers;
    private final HandOff handOff;
    private final Deque<GeneratedArrival> complaints = new ArrayDeque<>();
    private final List<GeneratedArrival> letters = new ArrayList<>();

    SimulatedArrivals(Population population, SimulatedCustomers simulatedCustomers, HandOff handOff) {
        this.population = population;
        this.simulatedCustomers = simulatedCustomers;
        this.handOff = handOff;
    }

    /** The complaints of a day will arrive. */
    void expect(LocalDate day) {
        complaints.addAll(population.on(day));
    }

    /** When the next complaint arrives; null when the day brings no more. */
    @Nullable
    Instant next() {
        GeneratedArrival complaint = complaints.peek();
        return complaint == null ? null : complaint.at();
    }

    /** Something arrives besides the complaints that are expected. */
    void add(GeneratedArrival letter) {
        letters.add(letter);
    }

    /** All that has arrived by now, as channels hand it off. */
    List<RawMessage> handedOff(Instant now) {
        var arrived = new ArrayList<>(letters);
        letters.clear();
        while (!complaints.isEmpty() && !complaints.peek().at().isAfter(now)) {
            arrived.add(complaints.remove());
        }
        var batch = new ArrayList<RawMessage>();
        for (GeneratedArrival arrival : arrived) {
            RawMessage raw = received(arrival, arrival.id());
            batch.add(raw);
            if (!arrival.followsUp()) {
                simulatedCustomers.complained(raw.number(), arrival);
                if (population.repeats(arrival)) {
                    batch.add(received(arrival, again(arrival.id())));
                }
            }
        }
        return batch;
    }

    private RawMessage received(GeneratedArrival arrival, String id) {
        byte[] original = GeneratedNormalizer.original(arrival);
        return handOff.identified(id, arrival.kind(), GeneratedNormalizer.FORMAT, original, Map.of(), arrival.key());
    }

    private static String again(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
