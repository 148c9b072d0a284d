package io.redress.simulation;

import io.redress.language.LanguageDetector;
import io.redress.simulation.SimulationSettings.Customers;
import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.triage.TriageExamples.Example;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Supposed customers and what they complain of. Complaints arrive as a Poisson process whose rate changes with the hour
 * and the day of the week; their texts are the examples of the configuration, which the real triage judges.
 */
public final class Population {

    private static final int MINUTES = 60;
    private static final Map<String, String> PHONES = Map.of("zh-Hans", "+86138", "zh-Hant", "+85291", "en", "+12125");
    private static final Map<String, Integer> DIGITS = Map.of("zh-Hans", 8, "zh-Hant", 6, "en", 6);

    private final Customers customers;
    private final long seed;
    private final double perDay;
    private final ZoneId zone;
    private final Map<String, List<Example>> texts = new HashMap<>();

    /**
     * @param examples whose texts customers write
     * @param perDay complaints, on an average day
     * @param zone whose hours and days the customers live by
     */
    public Population(SimulationSettings settings, List<Example> examples, long seed, double perDay, ZoneId zone) {
        this.customers = settings.customers();
        this.seed = seed;
        this.perDay = perDay;
        this.zone = zone;
        for (Example example : examples) {
            String language = LanguageDetector.of(example.text());
            String priority = example.priority() == null
                    ? Priority.NORMAL.key()
                    : example.priority().key();
            for (String pool : pools(example.category(), priority, language)) {
                texts.computeIfAbsent(pool, none -> new ArrayList<>()).add(example);
            }
        }
    }

    /** The complaints of a day, in order of time. */
    public List<GeneratedArrival> on(LocalDate day) {
        SeededRandom random = SeededRandom.about(seed, "arrivals", day);
        double hours =
                customers.byHour().stream().mapToDouble(Double::doubleValue).sum();
        double days =
                customers.byDay().stream().mapToDouble(Double::doubleValue).sum();
        double ofDay = perDay
                * customers.byDay().get(day.getDayOfWeek().ordinal())
                / days
                * customers.byDay().size();
        var arrivals = new ArrayList<GeneratedArrival>();
        for (int hour = 0; hour < customers.byHour().size(); hour++) {
            Instant start = day.atTime(hour, 0).atZone(zone).toInstant();
            double perMinute = ofDay * customers.byHour().get(hour) / hours / MINUTES;
            double minute = perMinute > 0 ? random.gap(perMinute) : MINUTES;
            while (minute < MINUTES) {
                arrivals.add(arrival(start.plus(Duration.ofMinutes((long) minute)), day + "-" + arrivals.size()));
                minute += random.gap(perMinute);
            }
        }
        return arrivals;
    }

    /** The same complaint brought a second time by its channel; null when it is not. */
    public boolean repeats(GeneratedArrival arrival) {
        return SeededRandom.about(seed, "repeats", arrival.key()).falls(customers.repeats());
    }

    private GeneratedArrival arrival(Instant at, String name) {
        SeededRandom random = SeededRandom.about(seed, "customer", name);
        String language = random.weighted(customers.languages());
        String kind = random.weighted(customers.channels());
        String category = random.weighted(customers.categories());
        double urgency = random.uniform();
        Example example = random.one(texts(category, priority(urgency), language));
        // Who complained before is one of a small crowd, so that some of them meet again within weeks.
        String who = random.falls(customers.returning())
                ? "r" + random.below((int) Math.max(20, perDay * 5))
                : name.replace("-", "");
        return new GeneratedArrival(
                at,
                new UUID(random.bits(), random.bits()).toString(),
                kind,
                "generated-" + name,
                customer(who, kind, LanguageDetector.of(example.text()), random.weighted(customers.tiers())),
                Product.unknown(),
                example.text(),
                List.of());
    }

    private static Customer customer(String who, String kind, String language, String tier) {
        List<String> handles = kind.equals("chat") ? List.of("generated:" + who) : List.of();
        List<String> mails =
                kind.equals("email") || kind.equals("web-form") ? List.of(who + "@customers.example") : List.of();
        long number = Math.floorMod(SeededRandom.about(0, "phone", who).bits(), 100_000_000L);
        String known = PHONES.containsKey(language) ? language : "zh-Hans";
        String digits = String.format(Locale.ROOT, "%08d", number).substring(8 - DIGITS.getOrDefault(known, 8));
        return new Customer("顾客 " + who, List.of(PHONES.get(known) + digits), mails, handles, tier);
    }

    private String priority(double urgency) {
        double sum = 0;
        for (Map.Entry<String, Percentage> entry : customers.priorities().entrySet()) {
            sum += entry.getValue().of();
            if (urgency < sum) {
                return entry.getKey();
            }
        }
        return Priority.NORMAL.key();
    }

    /** The most fitting pool that has any text. */
    private List<Example> texts(String category, String priority, String language) {
        return pools(category, priority, language).stream()
                .map(texts::get)
                .filter(pool -> pool != null)
                .findFirst()
                .orElseGet(() -> List.copyOf(texts.values().iterator().next()));
    }

    private static List<String> pools(String category, String priority, String language) {
        return List.of(category + '/' + priority + '/' + language, category + '/' + priority, category, "any");
    }
}
