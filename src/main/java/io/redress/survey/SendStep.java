package io.redress.survey;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.lifecycle.Status;
import io.redress.survey.Decision.NotSent;
import io.redress.survey.Decision.Send;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Sends the survey of a ticket, or says in its history why it does not. */
public final class SendStep implements DueStep {

    static final String KIND = "survey";

    private final SurveyTickets tickets;
    private final Surveys surveys;
    private final Decisions decisions;
    private final Invitations invitations;
    private final Course course;
    private final SurveyNews news;
    private final Supplier<SurveyRules> rules;
    private final Clock clock;

    public SendStep(
            SurveyTickets tickets,
            Surveys surveys,
            Decisions decisions,
            Invitations invitations,
            Course course,
            SurveyNews news,
            Supplier<SurveyRules> rules,
            Clock clock) {
        this.tickets = tickets;
        this.surveys = surveys;
        this.decisions = decisions;
        this.invitations = invitations;
        this.course = course;
        this.news = news;
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
        if (ticket.status() != Status.SOLVED && ticket.status() != Status.CALLBACK) {
            return new StepResult.Skipped(
                    "the ticket is " + ticket.status().key() + ", and does not wait for its survey");
        }
        if (surveys.find(ticket.number(), ticket.round()).isPresent()) {
            return new StepResult.Skipped("it was decided before");
        }
        SurveyRules current = rules.get();
        Instant now = clock.instant();
        if (ticket.status() == Status.SOLVED) {
            course.callbackOver(ticket, current.withoutCallbackAfter(), now);
        }
        Decision decision = decisions.decide(ticket, current, now);
        return decision instanceof Send send
                ? sent(ticket, send.way(), current, now)
                : notSent(ticket, (NotSent) decision, now);
    }

    private StepResult sent(SurveyTicket ticket, Way way, SurveyRules current, Instant now) {
        Survey survey = Survey.sent(ticket.number(), ticket.round(), way, now, current.expiresAfter());
        surveys.add(survey);
        news.sent(way.key());
        course.surveyed(ticket, way == Way.MESSAGE ? "a survey was sent" : "a survey was put on surveys.due", now);
        if (way == Way.QUEUE) {
            return StepResult.done(invitations.onQueue(survey, ticket));
        }
        invitations.write(survey, ticket, now);
        if (current.reminderAfter() != null) {
            course.planReminder(ticket, now.plus(current.reminderAfter()));
        }
        return StepResult.done();
    }

    private StepResult notSent(SurveyTicket ticket, NotSent why, Instant now) {
        surveys.add(Survey.notSent(ticket.number(), ticket.round(), why.reason().key(), now));
        news.notSent(why.reason().key());
        course.surveyed(ticket, "no survey: " + why.why(), now);
        return StepResult.done();
    }
}
