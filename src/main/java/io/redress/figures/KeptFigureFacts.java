package io.redress.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts whose tallies are kept where they take long. */
public final class KeptFigureFacts implements FigureFacts {

    private static final Duration HOUR = Duration.ofHours(1);
    /** What a page with several slow tables takes; a period that ended before has other numbers than the one that runs. */
    private static final Duration PAGE = Duration.ofMinutes(1);

    private final FigureFacts facts;
    private final KeptAnswers answers;
    private final Clock clock;

    public KeptFigureFacts(FigureFacts facts, KeptAnswers answers, Clock clock) {
        this.facts = facts;
        this.answers = answers;
        this.clock = clock;
    }

    private record Question(Object period, @Nullable FigureGrouping by, Set<FigureFact> which) {}

    @Override
    public Map<String, Map<FigureFact, FactStatistics>> tallies(
            TimePeriod period, @Nullable FigureGrouping by, Set<FigureFact> which) {
        return answers.of(
                new Question(named(period, clock.instant()), by, Set.copyOf(which)),
                () -> facts.tallies(period, by, which));
    }

    /** A period by its beginning alone while it runs: its end is a moment later each time it is asked for. */
    public static Object named(TimePeriod period, Instant now) {
        return period.to().isAfter(now.minus(PAGE)) && !period.to().isAfter(now.plus(HOUR)) ? period.from() : period;
    }
}
