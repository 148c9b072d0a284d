package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.simulation.SimulationSettings.Customers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers after they complained: they ask again, answer questions, and write when nothing was solved. */
public final class SimulatedCustomers implements SimulatedActor {

    private static final int WAKES = 8;
    private static final int SLEEPS = 22;

    private final Customers customers;
    private final long seed;
    private final ZoneId zone;
    private final Map<String, GeneratedArrival> complaints = new HashMap<>();
    private final Map<String, Integer> solved = new HashMap<>();
    private final PriorityQueue<Inquiry> inquiries = new PriorityQueue<>();

    /** @param chase true when it only asks how things stand, which nobody does whose complaint was solved */
    private record Inquiry(Instant at, String number, String about, boolean chase) implements Comparable<Inquiry> {

        @Override
        public int compareTo(Inquiry other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : (number + about).compareTo(other.number + other.about);
        }
    }

    public SimulatedCustomers(SimulationSettings settings, long seed, ZoneId zone) {
        this.customers = settings.customers();
        this.seed = seed;
        this.zone = zone;
    }

    /** A customer was told a number for a new complaint. */
    public void complained(String number, GeneratedArrival complaint) {
        complaints.put(number, complaint);
        SeededRandom random = SeededRandom.about(seed, "chases", complaint.id());
        if (random.falls(customers.chases())) {
            write(number, complaint.at().plus(random.wait(customers.chasesAfter())), "chase", true);
        }
    }

    /** A customer is asked for something; when the answer comes. */
    Instant asked(String number, Instant now) {
        SeededRandom random = SeededRandom.about(seed, "answers", id(number));
        return write(number, now.plus(random.wait(customers.answersAfter())), "answer", false);
    }

    /** A customer hears that a remedy was carried out; one who was not helped may write. */
    void toldSolved(String number, int round, Instant now) {
        solved.put(number, round);
        SeededRandom random = SeededRandom.about(seed, "writes again", id(number), round);
        if (!isSolved(number, round) && random.falls(customers.writesAgain())) {
            write(number, now.plus(random.wait(customers.writesAgainAfter())), "not solved " + round, false);
        }
    }

    void reopened(String number) {
        solved.remove(number);
    }

    /** Whether the remedy of a round helped. */
    boolean isSolved(String number, int round) {
        return !SeededRandom.about(seed, "solved", id(number), round).falls(customers.notSolved());
    }

    /** Whether a customer, when asked, says that it is solved; of the last remedy. */
    boolean saysSolved(String number) {
        return isSolved(number, solved.getOrDefault(number, 1));
    }

    /** What tells a complaint apart whatever its number is. */
    String id(String number) {
        GeneratedArrival complaint = complaints.get(number);
        return complaint == null ? number : complaint.id();
    }

    @Override
    public void heard(Instant now, String queue, JsonNode message) {
        // customers read no queues
    }

    @Override
    public @Nullable Instant next() {
        Inquiry inquiry = inquiries.peek();
        return inquiry == null ? null : inquiry.at();
    }

    @Override
    public void act(Instant now, HubActions actions) {
        for (Inquiry inquiry = inquiries.peek();
                inquiry != null && !inquiry.at().isAfter(now);
                inquiry = inquiries.peek()) {
            inquiries.remove();
            GeneratedArrival complaint = complaints.get(inquiry.number());
            if (complaint != null && !(inquiry.chase() && solved.containsKey(inquiry.number()))) {
                actions.write(letter(complaint, inquiry, now));
            }
        }
    }

    private Instant write(String number, Instant at, String about, boolean chase) {
        Instant awake = awake(at);
        inquiries.add(new Inquiry(awake, number, about, chase));
        return awake;
    }

    /** Nobody writes at night. */
    private Instant awake(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        if (local.getHour() < WAKES) {
            return at.plus(Duration.ofHours(WAKES - local.getHour()));
        }
        return local.getHour() >= SLEEPS ? at.plus(Duration.ofHours(WAKES + 24L - local.getHour())) : at;
    }

    private GeneratedArrival letter(GeneratedArrival complaint, Inquiry inquiry, Instant now) {
        SeededRandom random = SeededRandom.about(seed, "letter", complaint.id(), inquiry.about());
        return new GeneratedArrival(
                now,
                new UUID(random.bits(), random.bits()).toString(),
                complaint.kind(),
                complaint.key() + "-" + inquiry.about(),
                complaint.customer(),
                complaint.product(),
                complaint.text(),
                List.of(inquiry.number()));
    }
}
