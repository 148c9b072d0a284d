package io.redress.survey.workflow;

import io.redress.due.DueWorkPlanner;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketStatus;
import io.redress.survey.SurveyRules;
import io.redress.survey.Surveys;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Plans the survey of a ticket that was solved, sooner once its callback is over, and the end of a ticket that was
 * surveyed, by the hub or by others; takes both back on a reopening.
 */
public final class SurveyPlanner implements StatusListener {

    /** Who the hub's surveys are in a ticket's history. */
    static final String BY = "surveys";

    private final DueWorkPlanner planner;
    private final Surveys surveys;
    private final Supplier<SurveyRules> rules;

    public SurveyPlanner(DueWorkPlanner planner, Surveys surveys, Supplier<SurveyRules> rules) {
        this.planner = planner;
        this.surveys = surveys;
        this.rules = rules;
    }

    /** The key of a ticket's work of any kind in one round. */
    static String key(String ticket, int round) {
        return ticket + "/survey/" + round;
    }

    @Override
    public void changed(StatusChange change) {
        if (change.to() == TicketStatus.SOLVED) {
            plan(change, change.at().plus(rules.get().withoutCallbackAfter()));
        } else if (change.to() == TicketStatus.CALLBACK
                && !BY.equals(change.update().source())) {
            plan(change, change.at().plus(rules.get().after()));
        } else if (change.to() == TicketStatus.SURVEYED) {
            Instant end = change.at().plus(rules.get().closeAfter());
            planner.plan(SurveyEndStep.KIND, change.ticket(), key(change.ticket(), change.round()), end, round(change));
        } else if (change.to() == TicketStatus.REOPENED) {
            planner.cancel(SurveySendStep.KIND, change.ticket(), "reopened");
            planner.cancel(SurveyReminderStep.KIND, change.ticket(), "reopened");
            planner.cancel(SurveyEndStep.KIND, change.ticket(), "reopened");
            surveys.withdraw(change.ticket());
        }
    }

    private void plan(StatusChange change, Instant at) {
        String key = key(change.ticket(), change.round());
        if (!planner.move(SurveySendStep.KIND, change.ticket(), key, at)) {
            planner.plan(SurveySendStep.KIND, change.ticket(), key, at, round(change));
        }
    }

    private static String round(StatusChange change) {
        return String.valueOf(change.round());
    }
}
