package io.redress.figures;

import io.redress.due.DueWorkPlanner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/** Keeps the next weekly report and the next look for rises planned. */
public final class FigureSchedule {

    public static final String WEEKLY_REPORT = "weekly-report";
    public static final String RISE_CHECK = "rise-check";

    private final DueWorkPlanner planner;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public FigureSchedule(DueWorkPlanner planner, Supplier<FigureRules> rules, ZoneId zone, Clock clock) {
        this.planner = planner;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Plans what comes next by the rules as they are, or moves it there. Only the next: an outage is followed by one report
     * and one look, not by those that were missed.
     */
    public void planAhead() {
        Instant now = clock.instant();
        WeeklyPlan weekly = rules.get().weekly();
        if (weekly != null) {
            Week week = weekly.next(now, zone);
            plan(WEEKLY_REPORT, week.monday().toString(), weekly.due(week, zone));
        }
        VolumeSpikeSchedule rise = rules.get().rise();
        if (rise != null) {
            ZonedDateTime today =
                    now.atZone(zone).toLocalDate().atTime(rise.at()).atZone(zone);
            ZonedDateTime next = today.toInstant().isAfter(now) ? today : today.plusDays(1);
            plan(RISE_CHECK, next.toLocalDate().toString(), next.toInstant());
        }
    }

    private void plan(String kind, String day, Instant at) {
        if (!planner.move(kind, DueWorkPlanner.NO_TICKET, day, at)) {
            planner.plan(kind, DueWorkPlanner.NO_TICKET, day, at, day);
        }
    }
}
