package io.redress.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** When which fault begins and ends: drawn from a seed, so that the same seed repeats them. */
record Timeline(List<Step> steps) {

    private static final double KILLS_A_MINUTE = 1.75;

    /**
     * @param at since the run's beginning
     * @param length how long it lasts; zero where it is over at once
     * @param shift of the hub's clock
     * @param lead how long before it the senders rush, so that it hits a busy hub
     */
    record Step(Duration at, ChaosFault fault, Duration length, Duration shift, Duration lead) {}

    /** Each fault's times are spread over the run: one in each of as many equal parts as it has times. */
    static Timeline of(long seed, Duration run, Set<ChaosFault> possible) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        for (ChaosFault fault : ChaosFault.values()) {
            int times = times(fault, run);
            double part = run.toMillis() / (double) Math.max(times, 1);
            for (int i = 0; i < times; i++) {
                Duration length = length(fault, run, random);
                long at = (long) (part * i + random.nextDouble() * Math.max(0, part - length.toMillis() - 1_000));
                Step step = new Step(
                        Duration.ofMillis(at),
                        fault,
                        length,
                        shift(fault, random),
                        Duration.ofMillis(100 + random.nextInt(2_900)));
                // drawn for every fault, so that a fault that this machine cannot make changes nothing of the others
                if (possible.contains(fault)) {
                    steps.add(step);
                }
            }
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::fault));
        return new Timeline(List.copyOf(steps));
    }

    private static int times(ChaosFault fault, Duration run) {
        double minutes = run.toMillis() / 60_000.0;
        return switch (fault) {
            case HUB_KILLED -> (int) Math.max(2, Math.ceil(KILLS_A_MINUTE * minutes));
            case BROKER_KILLED -> (int) Math.max(1, Math.round(minutes / 2));
            case CLOCK_FORWARD, MAIL_DOWN, DISK_FULL, POWER_CUT -> (int) Math.max(1, Math.round(minutes / 3));
            case CLOCK_BACK, DATABASE_DOWN, DATABASE_CRASHED -> (int) Math.max(1, Math.round(minutes / 4));
        };
    }

    private static Duration length(ChaosFault fault, Duration run, Random random) {
        int seconds =
                switch (fault) {
                    case DATABASE_DOWN -> 30;
                    case MAIL_DOWN -> 5 + random.nextInt(15);
                    case DISK_FULL -> 4 + random.nextInt(8);
                    case BROKER_KILLED -> 1 + random.nextInt(9);
                    default -> 0;
                };
        return Duration.ofSeconds(Math.min(seconds, run.toSeconds() / 6));
    }

    private static Duration shift(ChaosFault fault, Random random) {
        int draw = random.nextInt(10);
        return switch (fault) {
            case CLOCK_FORWARD -> Duration.ofHours(3 + draw);
            case CLOCK_BACK -> Duration.ofMinutes(-1 - draw);
            default -> Duration.ZERO;
        };
    }
}
