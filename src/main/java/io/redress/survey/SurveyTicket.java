package io.redress.survey;

import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.Customer;

/**
 * What a survey has to know of a ticket.
 *
 * @param round 1, and one more after each reopening
 * @param category key of {@code config/categories.yaml}
 * @param language of the customer: {@code zh-Hans}, {@code zh-Hant}, {@code en}, or another when not known
 */
public record SurveyTicket(
        String number, TicketStatus status, int round, String category, String language, Customer customer) {}
