package io.redress.api.survey;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.ledger.ListPosition;
import io.redress.ledger.survey.SurveyQueries;
import io.redress.ledger.survey.SurveySearch;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.survey.SurveyOptOuts;
import io.redress.survey.Surveys;
import io.redress.survey.workflow.SurveyAnswers;
import io.redress.survey.workflow.SurveyAnswers.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Surveys for operators and for outside survey tools. */
@RestController
@RequestMapping("/api/surveys")
@Tag(name = "Surveys", description = "What customers say of how a complaint was handled")
class SurveysApi {

    private final SurveyQueries queries;
    private final Surveys surveys;
    private final SurveyAnswers answers;
    private final SurveyOptOuts surveyOptOuts;
    private final TransactionOperations transaction;

    SurveysApi(
            SurveyQueries queries,
            Surveys surveys,
            SurveyAnswers answers,
            SurveyOptOuts surveyOptOuts,
            TransactionOperations transaction) {
        this.queries = queries;
        this.surveys = surveys;
        this.answers = answers;
        this.surveyOptOuts = surveyOptOuts;
        this.transaction = transaction;
    }

    @RequiresPermission(Permission.TICKETS_READ)
    @GetMapping
    @Operation(summary = "List surveys", description = "The newest first, with those that were not sent and why.")
    Page<SurveyView> list(@ParameterObject SurveyFilter filter, @ParameterObject PageFilter page) {
        return page.of(
                (after, most) -> find(filter.search(), after, most),
                survey -> new ListPosition(survey.at(), survey.id().toString()));
    }

    private List<SurveyView> find(SurveySearch search, @Nullable ListPosition after, int most) {
        if (after != null) {
            id("cursor", after.key());
        }
        return queries.find(search, after, most).stream().map(SurveyView::of).toList();
    }

    @RequiresPermission(Permission.TICKETS_READ)
    @GetMapping("/{id}")
    @Operation(summary = "Get a survey", description = "With its answer, when there is one.")
    SurveyView get(@PathVariable @Parameter(description = "A survey's id") String id) {
        return surveys.find(id("id", id)).map(SurveyView::of).orElseThrow(() -> notThere(id));
    }

    @RequiresPermission(Permission.SURVEYS_WRITE)
    @PostMapping("/{id}/answers")
    @Operation(
            summary = "Hand in an answer",
            description = "For a survey tool that got the survey from queue surveys.due. The same answer again changes"
                    + " nothing; another answer to the same survey is refused.")
    @ApiResponse(responseCode = "200", description = "The survey with its answer")
    @ApiResponse(responseCode = "409", description = "Another answer came before, or the ticket was reopened")
    SurveyView answer(
            @PathVariable @Parameter(description = "The id given in queue surveys.due") String id,
            @RequestBody GivenAnswer given,
            @Nullable Principal by) {
        UUID survey = id("id", id);
        String name = by == null ? "api" : by.getName();
        Outcome outcome =
                Objects.requireNonNull(transaction.execute(status -> answers.take(survey, given.answer(), name)));
        return switch (outcome) {
            case TAKEN, REPEATED -> get(id);
            case UNKNOWN -> throw notThere(id);
            case ANSWERED -> throw conflict("Another answer to this survey came before, and counts");
            case WITHDRAWN -> throw conflict("The ticket was reopened since; there will be another survey");
        };
    }

    @RequiresPermission(Permission.SURVEYS_WRITE)
    @PostMapping("/opt-outs")
    @Operation(
            summary = "Decline surveys for somebody",
            description = "For good, for everybody who has any of these addresses. They are kept as keyed hashes only.")
    @ApiResponse(responseCode = "204", description = "Declined")
    ResponseEntity<Void> decline(@RequestBody GivenOptOut given) {
        var emails = GivenOptOut.list("email", given.email());
        var phones = GivenOptOut.list("phone", given.phone());
        var handles = GivenOptOut.list("handle", given.handle());
        if (emails.isEmpty() && phones.isEmpty() && handles.isEmpty()) {
            throw new InvalidParameterException("email", "at least one of email, phone and handle must be there");
        }
        transaction.executeWithoutResult(status -> surveyOptOuts.decline(emails, phones, handles));
        return ResponseEntity.noContent().build();
    }

    private static UUID id(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    name, name + " must be a survey's id, such as 5d3c1a52-90e2-3b5e-8f21-6d0a4b7c9e10");
        }
    }

    private static NotFoundException notThere(String id) {
        return new NotFoundException(
                "No survey with the id " + id + " was sent", "Look for it with GET /api/surveys?ticket=");
    }

    private static ErrorResponseException conflict(String detail) {
        return ApiProblem.conflict(detail, "See GET /api/surveys/{id} for the one that counts.");
    }
}
