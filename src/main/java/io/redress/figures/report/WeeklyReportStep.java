package io.redress.figures.report;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.Week;
import io.redress.figures.WeeklyPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Reports the last whole week, once. */
public final class WeeklyReportStep implements DueStep {

    private final FigureMails mails;
    private final FigureSchedule schedule;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public WeeklyReportStep(
            FigureMails mails, FigureSchedule schedule, Supplier<FigureRules> rules, ZoneId zone, Clock clock) {
        this.mails = mails;
        this.schedule = schedule;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return FigureSchedule.WEEKLY_REPORT;
    }

    @Override
    public StepResult perform(DueOrder order) {
        Instant now = clock.instant();
        WeeklyPlan plan = rules.get().weekly();
        if (plan == null) {
            return new StepResult.NotYet(now.plus(Duration.ofDays(1)));
        }
        Instant due = plan.due(new Week(LocalDate.parse(order.argument())), zone);
        if (due.isAfter(now)) {
            return new StepResult.NotYet(due);
        }
        schedule.planAhead();
        mails.week(Week.of(now, zone).plus(-1), plan.to());
        return StepResult.done();
    }
}
