package io.redress.survey;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import io.redress.lifecycle.Status;
import io.redress.ticket.Customer;
import java.time.Clock;
import java.time.Instant;

/** Reminds a customer of a survey, once. */
public final class ReminderStep implements DueStep {

    static final String KIND = "survey-reminder";

    private final SurveyTickets tickets;
    private final Surveys surveys;
    private final Identities identities;
    private final Persons persons;
    private final Invitations invitations;
    private final Clock clock;

    public ReminderStep(
            SurveyTickets tickets,
            Surveys surveys,
            Identities identities,
            Persons persons,
            Invitations invitations,
            Clock clock) {
        this.tickets = tickets;
        this.surveys = surveys;
        this.identities = identities;
        this.persons = persons;
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
        if (ticket == null || ticket.status() != Status.SURVEYED) {
            return new StepResult.Skipped("the ticket waits for no answer any more");
        }
        if (survey == null || survey.state() != SurveyState.SENT || survey.remindedAt() != null) {
            return new StepResult.Skipped("the survey was answered, taken back or reminded of");
        }
        if (!now.isBefore(survey.expiresAt())) {
            return new StepResult.Skipped("the link has expired");
        }
        Customer customer = ticket.customer();
        if (persons.declined(identities.of(customer))) {
            return new StepResult.Skipped("the customer wants no surveys");
        }
        surveys.reminded(survey.id(), now);
        invitations.remind(survey, ticket, now);
        return StepResult.done();
    }
}
