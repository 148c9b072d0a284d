package io.redress.survey;

import io.redress.ticket.Event;
import java.util.Optional;

/** The tickets, as far as surveys concern them. */
public interface SurveyTickets {

    Optional<SurveyTicket> find(String number);

    /** Adds to a ticket's history. */
    void happened(String number, Event event);
}
