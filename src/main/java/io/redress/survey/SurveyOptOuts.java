package io.redress.survey;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets persons decline all surveys, for good. */
public final class SurveyOptOuts {

    private final Surveys surveys;
    private final SurveyTickets tickets;
    private final PersonHashes personHashes;
    private final ContactHistory contactHistory;
    private final Clock clock;

    public SurveyOptOuts(
            Surveys surveys,
            SurveyTickets tickets,
            PersonHashes personHashes,
            ContactHistory contactHistory,
            Clock clock) {
        this.surveys = surveys;
        this.tickets = tickets;
        this.personHashes = personHashes;
        this.contactHistory = contactHistory;
        this.clock = clock;
    }

    /** By all addresses of who got the survey; false when there is no such survey. Again, it changes nothing. */
    public boolean decline(UUID survey) {
        return surveys.find(survey)
                .flatMap(found -> tickets.find(found.ticket()))
                .map(ticket -> {
                    contactHistory.decline(personHashes.of(ticket.customer()), clock.instant());
                    return true;
                })
                .orElse(false);
    }

    /** By addresses that a person gave; phones without country code are read as the hub's. */
    public void decline(List<String> emails, List<String> phones, List<String> handles) {
        contactHistory.decline(personHashes.of(emails, phones, handles), clock.instant());
    }
}
