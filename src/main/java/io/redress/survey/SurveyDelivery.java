package io.redress.survey;

import io.redress.ticket.Keyed;

/** How a survey reaches a customer. */
public enum SurveyDelivery implements Keyed {
    /** The hub writes, by mail or chat. */
    MESSAGE,
    /** Another system sends it, by text message or its own mails: it is told on the queue {@code surveys.due}. */
    QUEUE
}
