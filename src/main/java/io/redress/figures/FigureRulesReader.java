package io.redress.figures;

import io.redress.configfile.DeclaredNames;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/figures.yaml}; its schema says what each key may hold. */
final class FigureRulesReader {

    private final List<Finding> findings = new ArrayList<>();
    private final YamlFile<FiguresFile> file;
    private final Path configDir;

    FigureRulesReader(Path configDir) {
        file = YamlFile.read(configDir.resolve("figures.yaml"), FiguresFile.class, "figures", findings);
        this.configDir = configDir;
    }

    FigureRules read() {
        FiguresFile written = file.value();
        role(written.weekly() == null ? null : written.weekly().to(), "weekly");
        role(written.rise() == null ? null : written.rise().to(), "rise");
        InvalidConfiguration.throwIfAny(findings);
        Map<Figure, Double> targets = new EnumMap<>(Figure.class);
        (written.targets() == null ? Map.<String, String>of() : written.targets()).forEach((key, value) -> {
            Figure figure = Objects.requireNonNull(Figure.of(key));
            targets.put(figure, target(figure.unit(), value.strip()));
        });
        return new FigureRules(targets, weekly(written.weekly()), rise(written.rise()));
    }

    private static double target(FigureUnit unit, String written) {
        return switch (unit) {
            case SHARE -> Double.parseDouble(written.replace("%", "").strip()) / 100;
            case SECONDS -> DurationParser.parse(written, Duration.ZERO).toSeconds();
            default -> Double.parseDouble(written);
        };
    }

    private static @Nullable WeeklyPlan weekly(FiguresFile.@Nullable Weekly written) {
        return written == null
                ? null
                : new WeeklyPlan(
                        DayOfWeek.valueOf(written.day().strip().toUpperCase(Locale.ROOT)),
                        LocalTime.parse(written.at().strip()),
                        written.to());
    }

    private static @Nullable VolumeSpikeSchedule rise(FiguresFile.@Nullable Rise written) {
        return written == null
                ? null
                : new VolumeSpikeSchedule(
                        LocalTime.parse(written.at().strip()),
                        written.to(),
                        Objects.requireNonNullElse(written.historyWeeks(), 8),
                        Objects.requireNonNullElse(written.leastCount(), 5),
                        Objects.requireNonNullElse(written.falseAlarmsPerYear(), 4.0));
    }

    private void role(@Nullable String written, String section) {
        Set<String> known = DeclaredNames.roles(configDir);
        if (written != null && !known.contains(written)) {
            findings.add(file.finding(
                    "service-levels.yaml has no role '" + written + "'",
                    Suggestion.remedy(written, known),
                    section,
                    "to"));
        }
    }
}
