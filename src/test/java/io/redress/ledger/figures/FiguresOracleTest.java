package io.redress.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.redress.figures.FactStatistics;
import io.redress.figures.FigureFact;
import io.redress.figures.FigureGrouping;
import io.redress.figures.TimePeriod;
import io.redress.ledger.figures.RandomTickets.Clock;
import io.redress.ledger.figures.RandomTickets.RandomTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database's tallies against a loop over the same tickets. */
class FiguresOracleTest extends FigureHub {

    private static final Duration DAY = Duration.ofDays(1);

    /** A value that counts at a time, of a ticket. */
    private record Counted(RandomTicket ticket, Instant at, double value) {}

    private List<RandomTicket> tickets;

    @BeforeEach
    void random_tickets() {
        tickets = transaction.execute(status -> RandomTickets.written(this, new Random(42), 400));
    }

    @Test
    void every_figure_agrees_with_a_count_by_hand_by_every_grouping() {
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            Instant from = MONDAY.minus(Duration.ofHours(random.nextInt(28 * 24)));
            TimePeriod period = new TimePeriod(from, from.plus(Duration.ofHours(1 + random.nextInt(20 * 24))));
            agree(period, null);
            for (FigureGrouping by : FigureGrouping.values()) {
                agree(period, by);
            }
        }
    }

    private void agree(TimePeriod period, FigureGrouping by) {
        Map<String, Map<FigureFact, FactStatistics>> told = facts.tallies(period, by, EnumSet.allOf(FigureFact.class));
        for (FigureFact fact : FigureFact.values()) {
            Map<String, List<Double>> expected = new HashMap<>();
            for (Counted counted : counted(fact)) {
                boolean within = !counted.at().isBefore(period.from())
                        && counted.at().isBefore(period.to())
                        && !counted.at().isAfter(MONDAY);
                if (within) {
                    expected.computeIfAbsent(key(counted, by), key -> new ArrayList<>())
                            .add(counted.value());
                }
            }
            long groups = told.values().stream()
                    .filter(group -> group.containsKey(fact))
                    .count();
            assertThat(groups).as(fact + " by " + by).isEqualTo(expected.size());
            expected.forEach((key, values) -> {
                FactStatistics factStatistics = told.get(key).get(fact);
                String what = fact + " of " + key;
                assertThat(factStatistics.count()).as(what).isEqualTo(values.size());
                double mean = values.stream().mapToDouble(one -> one).average().orElseThrow();
                assertThat(factStatistics.mean()).as(what).isCloseTo(mean, within(1e-6));
                assertThat(factStatistics.median()).as(what).isCloseTo(quantile(values, 0.5), within(1e-6));
                assertThat(factStatistics.p90()).as(what).isCloseTo(quantile(values, 0.9), within(1e-6));
            });
        }
    }

    private static String key(Counted counted, FigureGrouping by) {
        if (by == null) {
            return "";
        }
        return switch (by) {
            case MONTH -> counted.at().atZone(SHOP).toLocalDate().toString().substring(0, 7);
            case HOUR ->
                String.format(Locale.ROOT, "%02d", counted.at().atZone(SHOP).getHour());
            case CARRIER -> counted.ticket().carrier().toLowerCase(Locale.ROOT);
            case TEAM -> counted.ticket().team();
            case PERSON -> counted.ticket().solver();
            case PRIORITY -> counted.ticket().priority();
            case CATEGORY -> counted.ticket().category();
            case CHANNEL -> counted.ticket().channel();
            case PRODUCT -> counted.ticket().counted();
            case STORE -> counted.ticket().storeCounted();
            case WEEK -> {
                var day = counted.at().atZone(SHOP);
                yield String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            }
        };
    }

    private List<Counted> counted(FigureFact fact) {
        List<Counted> all = new ArrayList<>();
        for (RandomTicket ticket : tickets) {
            switch (fact) {
                case RECEIVED -> add(all, ticket, ticket.received(), 1);
                case IN_TIME -> List.of(1, 2).forEach(round -> promises(all, ticket, round));
                case FIRST_RESPONSE_CLOCK -> clocks(all, ticket, "first-response");
                case RESOLUTION_CLOCK -> clocks(all, ticket, "resolution");
                case ANSWERED -> {
                    Instant limit = ticket.received().plus(DAY);
                    boolean kept =
                            ticket.answered() != null && !ticket.answered().isAfter(limit);
                    add(all, ticket, kept ? ticket.answered() : limit, kept ? 1 : 0);
                }
                case FIRST_CONTACT -> {
                    Instant first = ticket.firstSolved();
                    boolean quiet = first != null
                            && ticket.round() == 1
                            && ticket.asked().stream().allMatch(at -> at.isAfter(first))
                            && ticket.wrote().stream().allMatch(at -> at.isAfter(first));
                    add(all, ticket, first, quiet ? 1 : 0);
                }
                case REOPENED -> add(all, ticket, ticket.firstSolved(), ticket.round() > 1 ? 1 : 0);
                case CSAT -> add(all, ticket, ticket.surveyed(), ticket.csat());
                case SATISFIED -> add(all, ticket, ticket.surveyed(), ticket.csat() > 3 ? 1 : 0);
                case NPS -> add(all, ticket, ticket.surveyed(), ticket.nps() > 8 ? 100 : ticket.nps() < 7 ? -100 : 0);
                case CALLBACK -> {
                    if (ticket.calls().stream().anyMatch(call -> !call.isEmpty())) {
                        boolean spoken = ticket.calls().stream().anyMatch(RandomTickets.SPOKEN::contains);
                        add(all, ticket, ticket.calledBack(), spoken ? 1 : 0);
                    }
                }
                case FIRST_RESPONSE_TIME -> since(all, ticket, ticket.answered());
                case RESOLUTION_TIME -> since(all, ticket, ticket.solved());
            }
        }
        return all;
    }

    private static void promises(List<Counted> all, RandomTicket ticket, int round) {
        List<Clock> clocks =
                ticket.clocks().stream().filter(clock -> clock.round() == round).toList();
        Instant late = clocks.stream()
                .filter(clock -> clock.late(MONDAY))
                .map(Clock::due)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant kept = clocks.stream()
                .filter(clock -> clock.met() != null)
                .map(Clock::met)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean running = clocks.stream().anyMatch(clock -> clock.ended() == null);
        if (late != null) {
            add(all, ticket, late, 0);
        } else if (!running) {
            add(all, ticket, kept, 1);
        }
    }

    private static void clocks(List<Counted> all, RandomTicket ticket, String name) {
        for (Clock clock : ticket.clocks()) {
            if (clock.name().equals(name)) {
                boolean late = clock.late(MONDAY);
                add(all, ticket, late ? clock.due() : clock.met(), late ? 0 : 1);
            }
        }
    }

    private static void since(List<Counted> all, RandomTicket ticket, Instant at) {
        if (at != null) {
            add(all, ticket, at, Duration.between(ticket.received(), at).toSeconds());
        }
    }

    private static void add(List<Counted> all, RandomTicket ticket, Instant at, double value) {
        if (at != null) {
            all.add(new Counted(ticket, at, value));
        }
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}
