package io.redress.survey.page;

import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyState;
import io.redress.survey.SurveyToken;
import io.redress.survey.SurveyToken.Claim;
import io.redress.survey.Surveys;
import io.redress.survey.workflow.SurveyAnswers;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The page on which a customer answers a survey. To open it changes nothing: mail scanners open every link. */
public final class SurveyPage {

    private final Pages pages;
    private final SurveyToken tokens;
    private final SurveyLinks links;
    private final Surveys surveys;
    private final SurveyAnswers answers;
    private final Supplier<SurveyRules> rules;
    private final Clock clock;

    public SurveyPage(
            Pages pages,
            SurveyToken tokens,
            SurveyLinks links,
            Surveys surveys,
            SurveyAnswers answers,
            Supplier<SurveyRules> rules,
            Clock clock) {
        this.pages = pages;
        this.tokens = tokens;
        this.links = links;
        this.surveys = surveys;
        this.answers = answers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The empty form, or why there is none.
     *
     * @param score chosen in the message, as it came: of the first scale that is asked for
     */
    public PageResponse show(
            String token, @Nullable String score, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        Claim claim = tokens.read(token).orElse(null);
        Survey survey = claim == null ? null : surveys.find(claim.survey()).orElse(null);
        if (claim == null || survey == null) {
            return told(404, "unknown", token, language);
        }
        return switch (survey.state()) {
            case NOT_SENT -> told(404, "unknown", token, language);
            case WITHDRAWN -> told(410, "reopened", token, language);
            case ANSWERED -> told(200, "answered", token, language);
            case SENT ->
                claim.expired(clock.instant())
                        ? told(410, "expired", token, language)
                        : form(200, token, language, survey, chosen(score), Set.of());
        };
    }

    /**
     * Takes the form.
     *
     * @param fields text by field name
     */
    public PageResponse submit(
            String token, Map<String, String> fields, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        Claim claim = tokens.read(token).orElse(null);
        Survey survey = claim == null ? null : surveys.find(claim.survey()).orElse(null);
        if (claim == null || survey == null) {
            return told(404, "unknown", token, language);
        }
        if (survey.state() == SurveyState.SENT && claim.expired(clock.instant())) {
            return told(410, "expired", token, language);
        }
        var form = SurveyForm.read(fields, rules.get().questions());
        SurveyAnswer answer = form.answer();
        if (answer == null) {
            return survey.state() == SurveyState.SENT
                    ? form(400, token, language, survey, form.values(), form.wrong())
                    : show(token, null, lang, acceptLanguage);
        }
        return switch (answers.take(survey.id(), answer, "customer")) {
            case TAKEN, REPEATED -> told(200, solved(answer) ? "thanks" : "thanks-reopened", token, language);
            case ANSWERED -> told(409, "answered", token, language);
            case WITHDRAWN -> told(410, "reopened", token, language);
            case UNKNOWN -> told(404, "unknown", token, language);
        };
    }

    private static boolean solved(SurveyAnswer answer) {
        return !Boolean.FALSE.equals(answer.solved());
    }

    private Map<String, String> chosen(@Nullable String score) {
        String first = rules.get().questions().csat() ? "csat" : "nps";
        return score == null || SurveyForm.number(score) == null ? Map.of() : Map.of(first, score);
    }

    private PageResponse form(
            int status, String token, String language, Survey survey, Map<String, String> values, Set<String> wrong) {
        var model = new HashMap<String, Object>();
        model.put("number", survey.ticket());
        model.put("action", links.page(token));
        String first = rules.get().questions().csat() ? "csat" : "nps";
        model.put("here", links.page(token) + (values.containsKey(first) ? "score=" + values.get(first) + "&" : ""));
        model.put("optOut", links.optOutPage(token) + "lang=" + language);
        model.put("values", values);
        model.put("wrong", wrong);
        model.put("csat", rules.get().questions().csat());
        model.put("nps", rules.get().questions().nps());
        model.put("longest", SurveyAnswer.LONGEST_COMMENT);
        return pages.page(status, "survey", language, model);
    }

    private PageResponse told(int status, String what, String token, String language) {
        boolean genuine = tokens.read(token).isPresent();
        return pages.page(
                status, "survey-told", language, Map.of("what", what, "here", genuine ? links.page(token) : ""));
    }
}
