package io.redress.survey;

import io.redress.ticket.KeyedEnum;

/** How a survey reaches a customer. */
public enum SurveyDelivery implements KeyedEnum {
    /** The hub writes, by mail or chat. */
    MESSAGE,
    /** Another system sends it, by text message or its own mails: it is told on the queue {@code surveys.due}. */
    QUEUE
}
