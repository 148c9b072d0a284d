package io.redress.figures;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.RoleNames;
import io.redress.config.Suggestion;
import io.redress.config.YamlFile;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/figures.yaml}, and collects whatever is wrong with it. */
final class FiguresReading {

    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%");
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(min|h|days?)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,2})?");

    private final YamlFile<FiguresFile> file;
    private final Path configDir;
    private final List<Finding> findings = new ArrayList<>();

    FiguresReading(Path configDir) {
        file = YamlFile.read(configDir.resolve("figures.yaml"), FiguresFile.class);
        this.configDir = configDir;
    }

    FigureRules read() {
        FiguresFile written = file.value();
        var rules = new FigureRules(targets(written.targets()), weekly(written.weekly()), rise(written.rise()));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return rules;
    }

    private Map<Figure, Double> targets(@Nullable Map<String, @Nullable String> written) {
        Map<Figure, Double> targets = new EnumMap<>(Figure.class);
        if (written != null) {
            written.forEach((key, value) -> {
                Figure figure = Figure.of(key);
                if (figure == null || figure.better() == Figure.Better.NEITHER) {
                    add("no figure '" + key + "' has a target", Suggestion.remedy(key, Figure.withTargets()), key);
                    return;
                }
                Double target = value == null ? null : target(figure.unit(), value.strip());
                if (target == null) {
                    add("target '" + value + "' of " + key + " cannot be read", form(figure.unit()), key);
                } else {
                    targets.put(figure, target);
                }
            });
        }
        return targets;
    }

    private void add(String problem, String remedy, String key) {
        findings.add(file.finding(problem, remedy, "targets", key));
    }

    private static @Nullable Double target(Unit unit, String written) {
        return switch (unit) {
            case SHARE -> {
                var share = SHARE.matcher(written);
                double percent = share.matches() ? Double.parseDouble(share.group(1)) : 101;
                yield percent > 100 ? null : (Double) (percent / 100);
            }
            case SCORE -> within(written, 1, 5);
            case POINTS -> within(written, -100, 100);
            case SECONDS -> {
                var time = TIME.matcher(written);
                yield time.matches() ? (Double) (Integer.parseInt(time.group(1)) * seconds(time.group(2))) : null;
            }
            case COUNT -> null;
        };
    }

    private static @Nullable Double within(String written, double least, double most) {
        double number = NUMBER.matcher(written).matches() ? Double.parseDouble(written) : Double.NaN;
        return number >= least && number <= most ? (Double) number : null;
    }

    private static double seconds(String unit) {
        return unit.equals("min") ? 60 : unit.equals("h") ? 3_600 : 86_400;
    }

    private static String form(Unit unit) {
        return switch (unit) {
            case SHARE -> "write a share from 0 % to 100 %, such as 90 %";
            case SCORE -> "write a mean score from 1 to 5, such as 4.8";
            case POINTS -> "write points from -100 to 100, such as 30";
            default -> "write a time such as 30min, 24h or 5 days";
        };
    }

    private @Nullable WeeklyPlan weekly(FiguresFile.@Nullable Weekly written) {
        if (written == null) {
            return null;
        }
        LocalTime at = time(written.at(), "weekly");
        String to = role(written.to(), "weekly");
        String name = written.day() == null ? "" : written.day().strip().toUpperCase(Locale.ROOT);
        DayOfWeek day = Arrays.stream(DayOfWeek.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (day == null) {
            findings.add(file.finding(
                    "'" + written.day() + "' is not a day of the week", "write monday … sunday", "weekly", "day"));
        }
        return at == null || to == null || day == null ? null : new WeeklyPlan(day, at, to);
    }

    private @Nullable RisePlan rise(FiguresFile.@Nullable Rise written) {
        if (written == null) {
            return null;
        }
        LocalTime at = time(written.at(), "rise");
        String to = role(written.to(), "rise");
        double weeks = number("history-weeks", written.historyWeeks(), 8, 8, 52);
        double least = number("least-count", written.leastCount(), 5, 3, 1_000);
        double alarms = number("false-alarms-per-year", written.falseAlarmsPerYear(), 4, 0.1, 52);
        return at == null || to == null ? null : new RisePlan(at, to, (int) weeks, (int) least, alarms);
    }

    private double number(String key, @Nullable Number written, double otherwise, double least, double most) {
        double value = written == null ? otherwise : written.doubleValue();
        if (!(value >= least && value <= most)) {
            findings.add(file.finding(
                    key + " " + written + " is out of range",
                    String.format(Locale.ROOT, "write a number from %s to %s", least, most),
                    "rise",
                    key));
        }
        return value;
    }

    private @Nullable LocalTime time(@Nullable String written, String section) {
        try {
            return LocalTime.parse(written == null ? "" : written.strip());
        } catch (DateTimeException e) {
            findings.add(file.finding(
                    "'" + written + "' is not a time of the day", "write it like at: \"08:00\"", section, "at"));
            return null;
        }
    }

    private @Nullable String role(@Nullable String written, String section) {
        Set<String> known = RoleNames.in(configDir);
        if (written == null || !known.contains(written)) {
            String name = written == null ? "" : written;
            findings.add(file.finding(
                    "service-levels.yaml has no role '" + name + "'", Suggestion.remedy(name, known), section, "to"));
            return null;
        }
        return written;
    }
}
