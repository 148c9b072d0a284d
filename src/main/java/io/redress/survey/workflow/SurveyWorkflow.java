package io.redress.survey.workflow;

import io.redress.due.DueWorkPlanner;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What surveys do to the course of a ticket. Each change has one id for each round, so that a repeat is harmless. */
public final class SurveyWorkflow {

    private final TicketLifecycle lifecycle;
    private final DueWorkPlanner planner;

    public SurveyWorkflow(TicketLifecycle lifecycle, DueWorkPlanner planner) {
        this.lifecycle = lifecycle;
        this.planner = planner;
    }

    void callbackOver(SurveyTicket ticket, Duration waited, Instant now) {
        apply(ticket, UpdateKind.CALLBACK, "no callback ended within " + SurveyRules.told(waited), now);
    }

    void surveyed(SurveyTicket ticket, String reason, Instant now) {
        apply(ticket, UpdateKind.SURVEYED, reason, now);
    }

    void closed(SurveyTicket ticket, String reason, Instant now) {
        apply(ticket, UpdateKind.CLOSED, reason, now);
    }

    void reopened(SurveyTicket ticket, String reason, Instant now) {
        apply(ticket, UpdateKind.REOPENED, reason, now);
    }

    void planReminder(SurveyTicket ticket, Instant at) {
        plan(SurveyReminderStep.KIND, ticket, at, String.valueOf(ticket.round()));
    }

    /** Puts the end off, where it is still to come. */
    void putOffEnd(SurveyTicket ticket, Instant at) {
        String number = ticket.number();
        planner.move(SurveyEndStep.KIND, number, SurveyPlanner.key(number, ticket.round()), at);
    }

    void planRecovery(SurveyTicket ticket, UUID survey, Instant at) {
        plan(SurveyLowScoreStep.KIND, ticket, at, survey.toString());
    }

    private void plan(String kind, SurveyTicket ticket, Instant at, String argument) {
        planner.plan(kind, ticket.number(), SurveyPlanner.key(ticket.number(), ticket.round()), at, argument);
    }

    private void apply(SurveyTicket ticket, UpdateKind kind, String reason, Instant now) {
        String id = "survey-" + ticket.round() + "-" + kind.key();
        lifecycle.apply(TicketUpdate.of(id, ticket.number(), kind, now, SurveyPlanner.BY, reason));
    }
}
