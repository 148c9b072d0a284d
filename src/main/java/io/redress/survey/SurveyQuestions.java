package io.redress.survey;

import io.redress.ticket.KeyedEnum;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
public enum SurveyQuestions implements KeyedEnum {
    /** Satisfaction, 1 to 5. */
    CSAT("csat"),
    /** The likelihood of a recommendation, 0 to 10. */
    NPS("nps"),
    /** Satisfaction by the link in the message, the other on the page. */
    BOTH("csat+nps");

    private final String key;

    SurveyQuestions(String key) {
        this.key = key;
    }

    /** As it stands in {@code config/surveys.yaml}. */
    @Override
    public String key() {
        return key;
    }

    public boolean csat() {
        return this != NPS;
    }

    public boolean nps() {
        return this != CSAT;
    }

    static @Nullable SurveyQuestions of(@Nullable String key) {
        return KeyedEnum.of(SurveyQuestions.class, key);
    }
}
