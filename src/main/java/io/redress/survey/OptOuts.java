package io.redress.survey;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets persons decline all surveys, for good. */
public final class OptOuts {

    private final Surveys surveys;
    private final SurveyTickets tickets;
    private final Identities identities;
    private final Persons persons;
    private final Clock clock;

    public OptOuts(Surveys surveys, SurveyTickets tickets, Identities identities, Persons persons, Clock clock) {
        this.surveys = surveys;
        this.tickets = tickets;
        this.identities = identities;
        this.persons = persons;
        this.clock = clock;
    }

    /** By all addresses of who got the survey; false when there is no such survey. Again, it changes nothing. */
    public boolean decline(UUID survey) {
        return surveys.find(survey)
                .flatMap(found -> tickets.find(found.ticket()))
                .map(ticket -> {
                    persons.decline(identities.of(ticket.customer()), clock.instant());
                    return true;
                })
                .orElse(false);
    }

    /** By addresses that a person gave; phones without country code are read as the hub's. */
    public void decline(List<String> emails, List<String> phones, List<String> handles) {
        persons.decline(identities.of(emails, phones, handles), clock.instant());
    }
}
