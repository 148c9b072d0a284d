package io.redress.survey;

import io.redress.ticket.KeyedEnum;

/** What became of a survey. */
public enum SurveyState implements KeyedEnum {
    /** It was sent, or told to the tool that sends it. */
    SENT,
    /** It is not sent, for a reason that is kept. */
    NOT_SENT,
    /** The customer answered. */
    ANSWERED,
    /** The ticket was reopened before the customer answered. */
    WITHDRAWN
}
