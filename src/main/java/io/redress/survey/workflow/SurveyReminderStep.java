package io.redress.survey.workflow;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.lifecycle.TicketStatus;
import io.redress.survey.ContactHistory;
import io.redress.survey.PersonHashes;
import io.redress.survey.Survey;
import io.redress.survey.SurveyState;
import io.redress.survey.SurveyTicket;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import io.redress.ticket.Customer;
import java.time.Clock;
import java.time.Instant;

/** Reminds a customer of a survey, once. */
public final class SurveyReminderStep implements DueStep {

    static final String KIND = "survey-reminder";

    private final SurveyTickets tickets;
    private final Surveys surveys;
    private final PersonHashes personHashes;
    private final ContactHistory contactHistory;
    private final SurveyInvitations invitations;
    private final Clock clock;

    public SurveyReminderStep(
            SurveyTickets tickets,
            Surveys surveys,
            PersonHashes personHashes,
            ContactHistory contactHistory,
            SurveyInvitations invitations,
            Clock clock) {
        this.tickets = tickets;
        this.surveys = surveys;
        this.personHashes = personHashes;
        this.contactHistory = contactHistory;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        SurveyTicket ticket = tickets.find(order.ticketNumber()).orElse(null);
        Survey survey = surveys.find(order.ticketNumber(), Integer.parseInt(order.argument()))
                .flatMap(found -> surveys.lock(found.id()))
                .orElse(null);
        Instant now = clock.instant();
        if (ticket == null || ticket.status() != TicketStatus.SURVEYED) {
            return new StepResult.Skipped("the ticket waits for no answer any more");
        }
        if (survey == null || survey.state() != SurveyState.SENT || survey.remindedAt() != null) {
            return new StepResult.Skipped("the survey was answered, taken back or reminded of");
        }
        if (!now.isBefore(survey.expiresAt())) {
            return new StepResult.Skipped("the link has expired");
        }
        Customer customer = ticket.customer();
        if (contactHistory.declined(personHashes.of(customer))) {
            return new StepResult.Skipped("the customer wants no surveys");
        }
        surveys.reminded(survey.id(), now);
        invitations.remind(survey, ticket, now);
        return StepResult.done();
    }
}
