package io.redress.survey.page;

import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyOptOuts;
import io.redress.survey.SurveyToken;
import io.redress.survey.Surveys;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a customer declines all surveys, and the address of the one-click form of RFC 8058. It works for as
 * long as the hub knows the survey, after its link has expired too.
 */
public final class OptOutPage {

    private final Pages pages;
    private final SurveyToken tokens;
    private final SurveyLinks links;
    private final Surveys surveys;
    private final SurveyOptOuts surveyOptOuts;

    public OptOutPage(
            Pages pages, SurveyToken tokens, SurveyLinks links, Surveys surveys, SurveyOptOuts surveyOptOuts) {
        this.pages = pages;
        this.tokens = tokens;
        this.links = links;
        this.surveys = surveys;
        this.surveyOptOuts = surveyOptOuts;
    }

    /** Asks; changes nothing. */
    public PageResponse show(String token, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        boolean known = tokens.read(token)
                .flatMap(claim -> surveys.find(claim.survey()))
                .isPresent();
        return known
                ? pages.page(200, "survey-opt-out", language, Map.of("here", links.optOutPage(token)))
                : unknown(language);
    }

    /** Declines, whatever the body says: the button of the page and a mail program's one click mean the same. */
    public PageResponse submit(String token, @Nullable String lang, @Nullable String acceptLanguage) {
        String language = Languages.best(lang, acceptLanguage);
        boolean done = tokens.read(token)
                .map(claim -> surveyOptOuts.decline(claim.survey()))
                .orElse(false);
        return done
                ? pages.page(200, "survey-told", language, Map.of("what", "opted-out", "here", ""))
                : unknown(language);
    }

    private PageResponse unknown(String language) {
        return pages.page(404, "survey-told", language, Map.of("what", "unknown", "here", ""));
    }
}
