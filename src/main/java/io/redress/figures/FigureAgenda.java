package io.redress.figures;

import io.redress.due.Agenda;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/** Keeps the next weekly report and the next look for rises planned. */
public final class FigureAgenda {

    static final String WEEKLY_REPORT = "weekly-report";
    static final String RISE_CHECK = "rise-check";

    private final Agenda agenda;
    private final Supplier<FigureRules> rules;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone the shop's */
    public FigureAgenda(Agenda agenda, Supplier<FigureRules> rules, ZoneId zone, Clock clock) {
        this.agenda = agenda;
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
        RisePlan rise = rules.get().rise();
        if (rise != null) {
            ZonedDateTime today =
                    now.atZone(zone).toLocalDate().atTime(rise.at()).atZone(zone);
            ZonedDateTime next = today.toInstant().isAfter(now) ? today : today.plusDays(1);
            plan(RISE_CHECK, next.toLocalDate().toString(), next.toInstant());
        }
    }

    private void plan(String kind, String day, Instant at) {
        if (!agenda.move(kind, day, at)) {
            agenda.plan(kind, Agenda.NO_TICKET, day, at, day);
        }
    }
}
