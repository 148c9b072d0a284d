package io.redress.survey;

/** Hears what became of surveys, to count it. */
public interface SurveyListener {

    /** {@code way}: {@code message} or {@code queue}. */
    void sent(String way);

    /** {@code reason}: {@code opt-out}, {@code gap}, {@code not-sampled} or {@code unreachable}. */
    void notSent(String reason);

    void answered(SurveyAnswer answer);
}
