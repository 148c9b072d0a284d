package io.redress.figures;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/figures.yaml}.
 *
 * @param targets by figure, in its {@link FigureUnit}
 * @param weekly null: no weekly report
 * @param rise null: nobody looks for rises
 */
public record FigureRules(
        Map<Figure, Double> targets,
        @Nullable WeeklyPlan weekly,
        @Nullable VolumeSpikeSchedule rise) {

    public FigureRules {
        targets = Map.copyOf(targets);
    }

    /**
     * Reads {@code figures.yaml} of a folder, and the roles of its {@code service-levels.yaml}.
     *
     * @throws io.redress.configfile.InvalidConfiguration with every mistake, its line and a remedy
     */
    public static FigureRules read(Path configDir) {
        return new FigureRulesReader(configDir).read();
    }
}
