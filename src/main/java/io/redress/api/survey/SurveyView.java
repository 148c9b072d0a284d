package io.redress.api.survey;

import io.redress.privacy.Masking;
import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A survey, or the decision to send none. */
record SurveyView(
        UUID id,

        @Schema(description = "Number of its ticket", example = "R-260701-7K9Q2M")
        String ticket,

        @Schema(description = "Of the ticket: 1, and one more after each reopening")
        int round,

        @Schema(allowableValues = {"sent", "not-sent", "answered", "withdrawn"})
        String state,

        @Schema(
                description = "How it reached the customer, or why it was not sent",
                allowableValues = {"message", "queue", "opt-out", "gap", "not-sampled", "unreachable"})
        String way,

        @Schema(description = "When it was sent, or decided that it is not")
        Instant at,

        @Schema(description = "When its link stops working; null when it was not sent") @Nullable
        Instant expiresAt,

        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable SurveyAnswer answer) {

    static SurveyView of(Survey survey) {
        boolean sent = survey.state() != SurveyState.NOT_SENT;
        SurveyAnswer answer = survey.answer();
        return new SurveyView(
                survey.id(),
                survey.ticket(),
                survey.round(),
                survey.state().key(),
                survey.way(),
                survey.decidedAt(),
                sent ? survey.expiresAt() : null,
                survey.remindedAt(),
                survey.answeredAt(),
                answer == null ? null : masked(answer));
    }

    private static SurveyAnswer masked(SurveyAnswer answer) {
        return new SurveyAnswer(
                answer.csat(), answer.nps(), answer.solved(), Masking.all().maskOrNull(answer.comment()));
    }
}
