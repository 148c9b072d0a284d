package io.redress.survey.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.callback.CallbackRequests;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.Surveys;
import java.time.Clock;
import java.util.UUID;

/** Has a customer called who gave a low score, and tells those who watch escalations. */
public final class SurveyLowScoreStep implements DueStep {

    static final String KIND = "survey-low";

    private final Surveys surveys;
    private final CallbackRequests callbacks;
    private final Clock clock;

    public SurveyLowScoreStep(Surveys surveys, CallbackRequests callbacks, Clock clock) {
        this.surveys = surveys;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        Survey survey = surveys.find(UUID.fromString(order.argument())).orElse(null);
        SurveyAnswer answer = survey == null ? null : survey.answer();
        if (survey == null || answer == null) {
            return new StepResult.Skipped("there is no such answer");
        }
        callbacks.request(survey.ticket(), "low-score/" + survey.id(), clock.instant(), "low score: " + answer.words());
        return StepResult.done(new QueueMessage(QueueNames.ESCALATIONS, message(order, survey, answer)));
    }

    private static ObjectNode message(DueOrder order, Survey survey, SurveyAnswer answer) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", order.id())
                .put("type", "low-score")
                .put("ticket", survey.ticket())
                .put("survey", survey.id().toString());
        if (answer.csat() != null) {
            body.put("csat", answer.csat());
        }
        if (answer.nps() != null) {
            body.put("nps", answer.nps());
        }
        if (answer.comment() != null) {
            body.put("comment", answer.comment());
        }
        if (survey.answeredAt() != null) {
            body.put("at", survey.answeredAt().toString());
        }
        return body;
    }
}
