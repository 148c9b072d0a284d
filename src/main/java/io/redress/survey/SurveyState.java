package io.redress.survey;

import java.util.Locale;

/** What became of a survey. */
public enum SurveyState {
    /** It was sent, or told to the tool that sends it. */
    SENT,
    /** It is not sent, for a reason that is kept. */
    NOT_SENT,
    /** The customer answered. */
    ANSWERED,
    /** The ticket was reopened before the customer answered. */
    WITHDRAWN;

    /** As it stands in JSON and in the ledger: {@code not-sent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static SurveyState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
