package io.redress.api.survey;

import io.redress.api.ParameterValue;
import io.redress.ledger.survey.SurveySearch;
import io.redress.survey.SurveyState;
import io.redress.ticket.KeyedEnum;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of surveys, as they come. */
record SurveyFilter(
        @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") @Nullable
        String ticket,

        @Parameter(
                description = "What became of the surveys",
                schema = @Schema(allowableValues = {"sent", "not-sent", "answered", "withdrawn"}))
        @Nullable
        String state,

        @Parameter(
                description =
                        "Sent, or decided not to be, at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "The same before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    SurveySearch search() {
        var states = KeyedEnum.keys(SurveyState.class);
        return new SurveySearch(
                ParameterValue.text(ticket),
                ParameterValue.oneOf("state", state, states),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to));
    }
}
