package io.redress.survey.workflow;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.lifecycle.TicketStatus;
import io.redress.survey.Survey;
import io.redress.survey.SurveyDecision;
import io.redress.survey.SurveyDecision.NotSent;
import io.redress.survey.SurveyDecision.Send;
import io.redress.survey.SurveyDecisions;
import io.redress.survey.SurveyDelivery;
import io.redress.survey.SurveyListener;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTicket;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Sends the survey of a ticket, or says in its history why it does not. */
public final class SurveySendStep implements DueStep {

    static final String KIND = "survey";

    private final SurveyTickets tickets;
    private final Surveys surveys;
    private final SurveyDecisions decisions;
    private final SurveyInvitations invitations;
    private final SurveyWorkflow workflow;
    private final SurveyListener listener;
    private final Supplier<SurveyRules> rules;
    private final Clock clock;

    public SurveySendStep(
            SurveyTickets tickets,
            Surveys surveys,
            SurveyDecisions decisions,
            SurveyInvitations invitations,
            SurveyWorkflow workflow,
            SurveyListener listener,
            Supplier<SurveyRules> rules,
            Clock clock) {
        this.tickets = tickets;
        this.surveys = surveys;
        this.decisions = decisions;
        this.invitations = invitations;
        this.workflow = workflow;
        this.listener = listener;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        SurveyTicket ticket = tickets.find(order.ticketNumber()).orElse(null);
        if (ticket == null || ticket.round() != Integer.parseInt(order.argument())) {
            return new StepResult.Skipped("the ticket was reopened since");
        }
        if (ticket.status() != TicketStatus.SOLVED && ticket.status() != TicketStatus.CALLBACK) {
            return new StepResult.Skipped(
                    "the ticket is " + ticket.status().key() + ", and does not wait for its survey");
        }
        if (surveys.find(ticket.number(), ticket.round()).isPresent()) {
            return new StepResult.Skipped("it was decided before");
        }
        SurveyRules current = rules.get();
        Instant now = clock.instant();
        if (ticket.status() == TicketStatus.SOLVED) {
            workflow.callbackOver(ticket, current.withoutCallbackAfter(), now);
        }
        SurveyDecision decision = decisions.decide(ticket, current, now);
        return decision instanceof Send send
                ? sent(ticket, send.delivery(), current, now)
                : notSent(ticket, (NotSent) decision, now);
    }

    private StepResult sent(SurveyTicket ticket, SurveyDelivery delivery, SurveyRules current, Instant now) {
        Survey survey = Survey.sent(ticket.number(), ticket.round(), delivery, now, current.expiresAfter());
        surveys.add(survey);
        listener.sent(delivery.key());
        workflow.surveyed(
                ticket,
                delivery == SurveyDelivery.MESSAGE ? "a survey was sent" : "a survey was put on surveys.due",
                now);
        if (delivery == SurveyDelivery.QUEUE) {
            return StepResult.done(invitations.onQueue(survey, ticket));
        }
        invitations.write(survey, ticket, now);
        if (current.reminderAfter() != null) {
            workflow.planReminder(ticket, now.plus(current.reminderAfter()));
        }
        return StepResult.done();
    }

    private StepResult notSent(SurveyTicket ticket, NotSent why, Instant now) {
        surveys.add(Survey.notSent(ticket.number(), ticket.round(), why.reason().key(), now));
        listener.notSent(why.reason().key());
        workflow.surveyed(ticket, "no survey: " + why.why(), now);
        return StepResult.done();
    }
}
