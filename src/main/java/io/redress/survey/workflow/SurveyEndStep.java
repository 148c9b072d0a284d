package io.redress.survey.workflow;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.lifecycle.TicketStatus;
import io.redress.survey.Survey;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTicket;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Closes a ticket of which nothing more was heard since its survey. */
public final class SurveyEndStep implements DueStep {

    static final String KIND = "survey-end";

    private final SurveyTickets tickets;
    private final Surveys surveys;
    private final SurveyWorkflow workflow;
    private final Clock clock;

    public SurveyEndStep(SurveyTickets tickets, Surveys surveys, SurveyWorkflow workflow, Clock clock) {
        this.tickets = tickets;
        this.surveys = surveys;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        SurveyTicket ticket = tickets.find(order.ticketNumber()).orElse(null);
        if (ticket == null
                || ticket.round() != Integer.parseInt(order.argument())
                || ticket.status() != TicketStatus.SURVEYED) {
            return new StepResult.Skipped("the ticket waits for no answer any more");
        }
        Instant now = clock.instant();
        Survey survey = surveys.find(ticket.number(), ticket.round()).orElse(null);
        workflow.closed(ticket, reason(survey, now), now);
        return StepResult.done();
    }

    private static String reason(@Nullable Survey survey, Instant now) {
        if (survey == null) {
            return "not surveyed, and not reopened";
        }
        Instant answered = survey.answeredAt();
        return answered == null
                ? "silent for " + days(survey.decidedAt(), now)
                : "answered, and not reopened for " + days(answered, now);
    }

    private static String days(Instant from, Instant to) {
        return SurveyRules.told(Duration.ofHours(Duration.between(from, to).toHours()));
    }
}
