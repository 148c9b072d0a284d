package io.redress.servicelevel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A random calendar with random policies, as configuration files and as plain numbers. */
final class RandomServiceLevels {

    static final int DAYS = 85;
    static final int POLICIES = 10;

    /** A policy's two limits, or the priority's. */
    record Pair(MinuteOracle.Limit response, MinuteOracle.Limit resolution) {}

    final MinuteOracle oracle;
    final ServiceLevels levels;
    final List<Pair> policies = new ArrayList<>();
    final Pair urgent;

    private final Random random;

    RandomServiceLevels(Random random, ZoneId zone, LocalDate first, Path config) throws IOException {
        this.random = random;
        int[][][] week = new int[7][][];
        for (int i = 0; i < 7; i++) {
            week[i] = i < 2 || random.nextInt(10) < 7 ? hours() : new int[0][];
        }
        List<String> yaml = new ArrayList<>(List.of("zone: " + zone, "hours:"));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (week[day.getValue() - 1].length > 0) {
                yaml.add("  " + name(day) + ": " + text(week[day.getValue() - 1]));
            }
        }
        Map<LocalDate, int[][]> dates = dates(first, week, yaml);
        Files.createDirectories(config.resolve("calendars"));
        Files.write(config.resolve("calendars/random.yaml"), yaml);
        List<String> limits = new ArrayList<>(List.of("calendar: random", "policies:"));
        for (int i = 0; i < POLICIES; i++) {
            policies.add(new Pair(limit(), limit()));
            limits.add("  p" + i + ": " + text(policies.get(i)));
        }
        urgent = new Pair(limit(), limit());
        limits.addAll(List.of("priorities:", "  urgent: " + text(urgent)));
        Files.write(config.resolve("service-levels.yaml"), limits);
        levels = ServiceLevels.read(config);
        oracle = new MinuteOracle(zone, first, DAYS, week, dates);
    }

    private int[][] hours() {
        int shifts = 1 + random.nextInt(3);
        while (true) {
            List<Integer> times = Stream.generate(() -> random.nextInt(24 * 4 + 1) * 15)
                    .limit(2L * shifts)
                    .sorted()
                    .toList();
            int open = 0;
            int[][] hours = new int[shifts][];
            for (int i = 0; i < shifts; i++) {
                hours[i] = new int[] {times.get(2 * i), times.get(2 * i + 1)};
                open += hours[i][1] - hours[i][0];
            }
            if (open >= 240 && times.stream().distinct().count() == times.size()) {
                return hours;
            }
        }
    }

    private Map<LocalDate, int[][]> dates(LocalDate first, int[][][] week, List<String> yaml) {
        Map<LocalDate, int[][]> holidays = new LinkedHashMap<>();
        yaml.add("holidays:");
        for (int i = random.nextInt(4); i >= 0; i--) {
            LocalDate from = first.plusDays(random.nextInt(50));
            LocalDate to = from.plusDays(random.nextInt(5));
            yaml.add("  - {name: off, from: " + from + ", to: " + to + "}");
            from.datesUntil(to.plusDays(1)).forEach(date -> holidays.put(date, new int[0][]));
        }
        Map<LocalDate, int[][]> dates = new HashMap<>(holidays);
        yaml.add("makeup-days:");
        for (int i = random.nextInt(4); i >= 0; i--) {
            LocalDate date = first.plusDays(random.nextInt(50));
            boolean like = random.nextBoolean();
            dates.put(date, like ? week[0] : hours());
            yaml.add("  - {name: worked, date: " + date + ", "
                    + (like ? "like: monday}" : "hours: \"" + text(dates.get(date)) + "\"}"));
        }
        return dates;
    }

    private MinuteOracle.Limit limit() {
        return switch (random.nextInt(3)) {
            case 0 -> new MinuteOracle.Limit(MinuteOracle.Limit.Kind.CLOCK, 1 + random.nextInt(7000));
            case 1 -> new MinuteOracle.Limit(MinuteOracle.Limit.Kind.OPEN, 1 + random.nextInt(2400));
            default -> new MinuteOracle.Limit(MinuteOracle.Limit.Kind.DAYS, 1 + random.nextInt(6));
        };
    }

    private static String text(Pair pair) {
        return "{first-response: " + text(pair.response()) + ", resolution: " + text(pair.resolution()) + "}";
    }

    private static String text(MinuteOracle.Limit limit) {
        String unit =
                switch (limit.kind()) {
                    case CLOCK -> "min";
                    case OPEN -> " business minutes";
                    case DAYS -> " business days";
                };
        return limit.amount() + unit;
    }

    private static String text(int[][] hours) {
        return Stream.of(hours)
                .map(opening -> "%02d:%02d-%02d:%02d"
                        .formatted(opening[0] / 60, opening[0] % 60, opening[1] / 60, opening[1] % 60))
                .collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
