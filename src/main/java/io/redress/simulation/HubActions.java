package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.survey.SurveyAnswer;
import java.util.UUID;

/** What an actor can do to the hub. */
public interface HubActions {

    /** Sends a message to a queue that the hub reads. */
    void send(String queue, JsonNode message);

    /** Writes by a channel. */
    void write(GeneratedArrival arrival);

    /** Answers a survey. */
    void answer(UUID survey, SurveyAnswer answer);
}
