package io.redress.survey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The surveys that were sent, or not. */
public interface Surveys {

    /** Keeps a survey; false when there is one for its ticket and round. */
    boolean add(Survey survey);

    Optional<Survey> find(UUID id);

    Optional<Survey> find(String ticket, int round);

    /** The same, kept from others until the caller's transaction ends. */
    Optional<Survey> lock(UUID id);

    /** {@code by}: {@code customer}, or the name of an API key. */
    void answered(UUID id, SurveyAnswer answer, String by, Instant now);

    void reminded(UUID id, Instant now);

    /** Takes back what a ticket's customer did not answer yet. */
    void withdraw(String ticket);
}
