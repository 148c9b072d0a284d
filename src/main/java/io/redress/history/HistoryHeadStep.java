package io.redress.history;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the head of each day (UTC) soon after its end, once for all nodes, and leaves it where it can be fetched. */
public final class HistoryHeadStep implements DueStep {

    static final String KIND = "history-head";

    /** After midnight: what happened before it is written down by then. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final HistoryHeads heads;
    private final HistoryHeadFiles files;
    private final DueWorkPlanner planner;
    private final Clock clock;

    public HistoryHeadStep(HistoryHeads heads, HistoryHeadFiles files, DueWorkPlanner planner, Clock clock) {
        this.heads = heads;
        this.files = files;
        this.planner = planner;
        this.clock = clock;
    }

    /** Plans the head of the day that is now; days that the hub slept through have none of their own. */
    public void planAhead() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        planner.plan(KIND, DueWorkPlanner.NO_TICKET, today.toString(), due(today), today.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        LocalDate day = LocalDate.parse(order.argument());
        if (due(day).isAfter(clock.instant())) {
            return new StepResult.NotYet(due(day));
        }
        planAhead();
        return heads.make(day)
                .<StepResult>map(head -> {
                    files.write(head, heads);
                    return StepResult.done();
                })
                .orElseGet(() -> new StepResult.Skipped("there is a head of this day or a later one"));
    }

    private static Instant due(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).plus(LATER);
    }
}
