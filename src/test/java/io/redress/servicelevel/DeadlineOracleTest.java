package io.redress.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.servicelevel.SlaClock.Clock;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.ticket.Priority;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadline arithmetic against minutes counted one by one: 100,000 random cases, other ones in each run; the seed repeats them. */
class DeadlineOracleTest {

    private static final long SEED = Long.getLong("redress.oracle.seed", System.nanoTime());
    private static final int CASES_OF_A_DESK = 500;
    /** One in so many is put into words, too. */
    private static final int EXPLAINED = 10;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    @TempDir
    Path config;

    @ParameterizedTest(name = "{0} from {1}: {2} cases")
    @CsvSource({
        "Asia/Shanghai, 2026-09-20, 25000",
        "America/New_York, 2026-02-28, 30000", // clocks go forward on 8 March
        "America/New_York, 2026-10-24, 30000", // and back on 1 November
        "UTC, 2026-06-01, 15000",
    })
    void deadlines_agree_with_minutes_counted_one_by_one(ZoneId zone, LocalDate first, int cases) throws IOException {
        System.out.println("redress.oracle.seed=" + SEED + " " + zone + " " + first);
        var random = new Random(SEED + first.toEpochDay());
        for (int i = 0; i < cases; i += CASES_OF_A_DESK) {
            var levels = new RandomServiceLevels(random, zone, first, config.resolve("desk" + i));
            for (int j = 0; j < CASES_OF_A_DESK; j++) {
                new Case(levels, random, "seed " + SEED + ", desk " + i + ", case " + j).check();
            }
        }
    }

    /** One start, its pauses and a policy. */
    private static final class Case {

        private static final List<Integer> SHARES = List.of(25, 50, 75, 100);

        private final RandomServiceLevels levels;
        private final Random random;
        private final String name;
        private final int start;
        private final List<int[]> pauses = new ArrayList<>();

        Case(RandomServiceLevels levels, Random random, String name) {
            this.levels = levels;
            this.random = random;
            this.name = name;
            this.start = MINUTES_OF_A_DAY + random.nextInt(14 * MINUTES_OF_A_DAY);
            for (int i = random.nextInt(5); i > 0; i--) {
                int from = start - 600 + random.nextInt(7 * MINUTES_OF_A_DAY);
                boolean lasts = random.nextInt(8) == 0;
                int length = random.nextInt(random.nextBoolean() ? 3000 : 200);
                pauses.add(new int[] {from, lasts ? Integer.MAX_VALUE : from + length});
            }
        }

        void check() {
            BusinessCalendar calendar = levels.levels.calendar("p0");
            MinuteOracle oracle = levels.oracle;
            int end = start + random.nextInt(10 * MINUTES_OF_A_DAY);
            int amount = random.nextInt(2400);
            Instant from = oracle.instant(start);
            same("isOpen", oracle.isOpen(start), calendar.isOpen(from));
            same("nextOpen", oracle.instant(oracle.nextOpen(start)), calendar.nextOpen(from));
            same(
                    "openBetween",
                    Duration.ofMinutes(oracle.openBetween(start, end)),
                    calendar.openBetween(from, oracle.instant(end)));
            same(
                    "plusOpen " + amount,
                    oracle.instant(oracle.plusOpen(start, amount)),
                    calendar.plusOpen(from, Duration.ofMinutes(amount)));
            int policy = random.nextInt(RandomServiceLevels.POLICIES);
            Priority priority = random.nextInt(4) == 0 ? Priority.URGENT : Priority.NORMAL;
            countdown(policy, priority, Clock.FIRST_RESPONSE, pauses);
            countdown(policy, priority, Clock.RESOLUTION, List.of());
        }

        private void countdown(int policy, Priority priority, Clock clock, List<int[]> pauses) {
            var actual = levels.levels.slaClock(
                    "p" + policy, priority, clock, levels.oracle.instant(start), pauses(pauses), SHARES);
            var expected = expected(levels.policies.get(policy), priority, clock, pauses);
            same(clock + " due", expected.due() == null ? null : levels.oracle.instant(expected.due()), actual.due());
            Map<Integer, Instant> marks = new TreeMap<>();
            expected.marks()
                    .forEach((share, second) ->
                            marks.put(share, levels.oracle.instant(0).plusSeconds(second)));
            marks.remove(100);
            if (actual.due() != null) {
                marks.put(100, actual.due());
            }
            same(clock + " marks", marks, actual.marks());
            if (actual.due() != null && random.nextInt(EXPLAINED) == 0) {
                var steps = actual.steps();
                same("last step", actual.due(), steps.get(steps.size() - 1).at());
            }
            if (pauses.isEmpty()) {
                var due = levels.levels.due("p" + policy, priority, levels.oracle.instant(start));
                same("due", clock == Clock.RESOLUTION ? due.resolutionDue() : due.firstResponseDue(), actual.due());
            }
        }

        /** The sooner of the two limits; while both wait, the one that would be sooner if it had not begun to wait for good. */
        private MinuteOracle.Result expected(
                RandomServiceLevels.Pair pair, Priority priority, Clock clock, List<int[]> pauses) {
            boolean response = clock == Clock.FIRST_RESPONSE;
            var own = response ? pair.response() : pair.resolution();
            var byPolicy = levels.oracle.countdown(start, own, pauses, SHARES);
            if (priority == Priority.NORMAL) {
                return byPolicy;
            }
            var raised = response ? levels.urgent.response() : levels.urgent.resolution();
            var byPriority = levels.oracle.countdown(start, raised, pauses, SHARES);
            Comparator<Integer> order = Comparator.nullsLast(Comparator.naturalOrder());
            if (byPolicy.due() == null && byPriority.due() == null) {
                var over = pauses.stream()
                        .filter(pause -> pause[1] < Integer.MAX_VALUE)
                        .toList();
                Integer first =
                        levels.oracle.countdown(start, own, over, List.of()).due();
                Integer second =
                        levels.oracle.countdown(start, raised, over, List.of()).due();
                return order.compare(first, second) <= 0 ? byPolicy : byPriority;
            }
            return order.compare(byPolicy.due(), byPriority.due()) <= 0 ? byPolicy : byPriority;
        }

        private List<ClockPause> pauses(List<int[]> pauses) {
            return pauses.stream()
                    .map(pause -> new ClockPause(
                            levels.oracle.instant(pause[0]),
                            pause[1] == Integer.MAX_VALUE ? null : levels.oracle.instant(pause[1]),
                            "awaiting customer"))
                    .toList();
        }

        private void same(String what, @Nullable Object expected, @Nullable Object actual) {
            if (expected == null ? actual != null : !expected.equals(actual)) {
                assertThat(actual).as(name + ": " + what).isEqualTo(expected);
            }
        }
    }
}
