package io.redress.survey;

import java.net.URI;

/** Where a customer answers a survey, or declines all of them. */
public final class SurveyLinks {

    private final String base;
    private final String basePath;
    private final SurveyToken tokens;

    /** {@code publicUrl}: how customers reach the hub from outside, such as {@code https://help.example.com}. */
    public SurveyLinks(URI publicUrl, SurveyToken tokens) {
        this.base = withoutSlash(publicUrl.toString());
        this.basePath = withoutSlash(publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath());
        this.tokens = tokens;
    }

    /** The whole address, for messages; {@code &score=} may follow. */
    public String survey(Survey survey, String language) {
        return base + "/surveys/" + token(survey) + "?lang=" + language;
    }

    /** The whole address of the page on which to decline, for messages and for the header of RFC 8058. */
    public String optOut(Survey survey, String language) {
        return base + "/surveys/" + token(survey) + "/opt-out?lang=" + language;
    }

    /** The same without scheme and host, for a browser that is here already, by whatever name; a parameter may follow. */
    public String page(String token) {
        return basePath + "/surveys/" + token + "?";
    }

    public String optOutPage(String token) {
        return basePath + "/surveys/" + token + "/opt-out?";
    }

    private String token(Survey survey) {
        return tokens.of(survey.id(), survey.expiresAt());
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
