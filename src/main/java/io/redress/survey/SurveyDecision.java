package io.redress.survey;

import io.redress.ticket.KeyedEnum;

/** Whether a survey is sent. */
public sealed interface SurveyDecision {

    record Send(SurveyDelivery delivery) implements SurveyDecision {}

    /** @param why for the ticket's history, after {@code no survey: } */
    record NotSent(Reason reason, String why) implements SurveyDecision {}

    /** Why a survey is not sent. */
    enum Reason implements KeyedEnum {
        OPT_OUT,
        GAP,
        NOT_SAMPLED,
        UNREACHABLE
    }
}
