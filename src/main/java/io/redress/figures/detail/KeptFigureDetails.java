package io.redress.figures.detail;

import io.redress.figures.FigureFact;
import io.redress.figures.FigureGrouping;
import io.redress.figures.KeptAnswers;
import io.redress.figures.KeptFigureFacts;
import io.redress.figures.TimePeriod;
import java.time.Clock;
import java.util.List;

/** Details that are kept where they take long. */
public final class KeptFigureDetails implements FigureDetails {

    private final FigureDetails details;
    private final KeptAnswers answers;
    private final Clock clock;

    public KeptFigureDetails(FigureDetails details, KeptAnswers answers, Clock clock) {
        this.details = details;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public CrossTally cross(
            TimePeriod period,
            FigureFact fact,
            FigureGrouping by,
            FigureGrouping across,
            int mostRows,
            int mostColumns) {
        return answers.of(
                List.of(name(period), fact, by, across, mostRows, mostColumns),
                () -> details.cross(period, fact, by, across, mostRows, mostColumns));
    }

    @Override
    public Arrivals arrivals(TimePeriod period) {
        return answers.of(List.of(name(period), "arrivals"), () -> details.arrivals(period));
    }

    private Object name(TimePeriod period) {
        return KeptFigureFacts.named(period, clock.instant());
    }
}
