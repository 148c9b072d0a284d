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
public final class Clients implements Actor {

    private static final int WAKES = 8;
    private static final int SLEEPS = 22;

    private final Customers customers;
    private final long seed;
    private final ZoneId zone;
    private final Map<String, GeneratedArrival> complaints = new HashMap<>();
    private final Map<String, Integer> solved = new HashMap<>();
    private final PriorityQueue<Letter> letters = new PriorityQueue<>();

    /** @param chase true when it only asks how things stand, which nobody does whose complaint was solved */
    private record Letter(Instant at, String number, String about, boolean chase) implements Comparable<Letter> {

        @Override
        public int compareTo(Letter other) {
            int first = at.compareTo(other.at);
            return first != 0 ? first : (number + about).compareTo(other.number + other.about);
        }
    }

    public Clients(SimulationSettings settings, long seed, ZoneId zone) {
        this.customers = settings.customers();
        this.seed = seed;
        this.zone = zone;
    }

    /** A customer was told a number for a new complaint. */
    public void complained(String number, GeneratedArrival complaint) {
        complaints.put(number, complaint);
        Dice dice = Dice.about(seed, "chases", complaint.id());
        if (dice.falls(customers.chases())) {
            write(number, complaint.at().plus(dice.wait(customers.chasesAfter())), "chase", true);
        }
    }

    /** A customer is asked for something; when the answer comes. */
    Instant asked(String number, Instant now) {
        Dice dice = Dice.about(seed, "answers", id(number));
        return write(number, now.plus(dice.wait(customers.answersAfter())), "answer", false);
    }

    /** A customer hears that a remedy was carried out; one who was not helped may write. */
    void toldSolved(String number, int round, Instant now) {
        solved.put(number, round);
        Dice dice = Dice.about(seed, "writes again", id(number), round);
        if (!isSolved(number, round) && dice.falls(customers.writesAgain())) {
            write(number, now.plus(dice.wait(customers.writesAgainAfter())), "not solved " + round, false);
        }
    }

    void reopened(String number) {
        solved.remove(number);
    }

    /** Whether the remedy of a round helped. */
    boolean isSolved(String number, int round) {
        return !Dice.about(seed, "solved", id(number), round).falls(customers.notSolved());
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
        Letter letter = letters.peek();
        return letter == null ? null : letter.at();
    }

    @Override
    public void act(Instant now, Deeds deeds) {
        for (Letter letter = letters.peek(); letter != null && !letter.at().isAfter(now); letter = letters.peek()) {
            letters.remove();
            GeneratedArrival complaint = complaints.get(letter.number());
            if (complaint != null && !(letter.chase() && solved.containsKey(letter.number()))) {
                deeds.write(letter(complaint, letter, now));
            }
        }
    }

    private Instant write(String number, Instant at, String about, boolean chase) {
        Instant awake = awake(at);
        letters.add(new Letter(awake, number, about, chase));
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

    private GeneratedArrival letter(GeneratedArrival complaint, Letter letter, Instant now) {
        Dice dice = Dice.about(seed, "letter", complaint.id(), letter.about());
        return new GeneratedArrival(
                now,
                new UUID(dice.bits(), dice.bits()).toString(),
                complaint.kind(),
                complaint.key() + "-" + letter.about(),
                complaint.customer(),
                complaint.product(),
                complaint.text(),
                List.of(letter.number()));
    }
}
