package io.redress.api.survey;

import io.redress.api.InvalidParameterException;
import io.redress.survey.SurveyAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer as an outside survey tool hands it in. */
record GivenAnswer(
        @Schema(description = "Satisfaction: 1 very poor to 5 very good", minimum = "1", maximum = "5") @Nullable
        Integer csat,

        @Schema(description = "Likelihood of a recommendation", minimum = "0", maximum = "10") @Nullable
        Integer nps,

        @Schema(description = "Whether the matter is solved; false reopens the ticket") @Nullable
        Boolean solved,

        @Schema(description = "The customer's words", maxLength = SurveyAnswer.LONGEST_COMMENT) @Nullable
        String comment) {

    SurveyAnswer answer() {
        if (csat != null && (csat < 1 || csat > 5)) {
            throw new InvalidParameterException("csat", "csat must be a whole number from 1 to 5");
        }
        if (nps != null && (nps < 0 || nps > 10)) {
            throw new InvalidParameterException("nps", "nps must be a whole number from 0 to 10");
        }
        if (comment != null && comment.length() > SurveyAnswer.LONGEST_COMMENT) {
            throw new InvalidParameterException(
                    "comment", "comment must have at most " + SurveyAnswer.LONGEST_COMMENT + " characters");
        }
        var answer = new SurveyAnswer(csat, nps, solved, comment);
        if (answer.isEmpty()) {
            throw new InvalidParameterException("csat", "at least one of csat, nps, solved and comment must be there");
        }
        return answer;
    }
}
