package io.redress.survey;

import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is surveyed and when, as {@code config/surveys.yaml} has it. Immutable.
 *
 * @param after how long after the end of the callback
 * @param withoutCallbackAfter how long after the remedy, when no callback ended by then
 * @param gap at least this long between two surveys to one person
 * @param reminderAfter how long after the survey; null when nobody is reminded
 * @param expiresAfter how long a link works
 * @param closeAfter the silence after which a ticket is closed
 * @param sampling per cent of the tickets that are surveyed, by category
 * @param otherSampling the same for all other categories
 * @param lowCsat this score or a lower one is low
 * @param lowNps the same on the scale from 0 to 10
 * @param outside true when an outside survey tool sends, and the hub only tells it what is due
 */
public record SurveyRules(
        SurveyQuestions questions,
        Duration after,
        Duration withoutCallbackAfter,
        Duration gap,
        @Nullable Duration reminderAfter,
        Duration expiresAfter,
        Duration closeAfter,
        Map<String, Double> sampling,
        double otherSampling,
        int lowCsat,
        int lowNps,
        boolean outside) {

    public SurveyRules {
        sampling = Map.copyOf(sampling);
    }

    /**
     * Reads {@code surveys.yaml}.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static SurveyRules read(Path configDir) {
        return new SurveyRulesReader(configDir).read();
    }

    /** Per cent of the tickets of a category that are surveyed. */
    public double rate(String category) {
        return sampling.getOrDefault(category, otherSampling);
    }

    /** A time as it is written in the file: {@code 7 days}. */
    public static String told(Duration time) {
        boolean days = time.toHours() % 24 == 0 && time.toMinutesPart() == 0;
        return days
                ? time.toDays() + " days"
                : time.toMinutes() % 60 == 0 ? time.toHours() + "h" : time.toMinutes() + "min";
    }

    /** Whether somebody should call and make it good. */
    public boolean low(SurveyAnswer answer) {
        Integer csat = answer.csat();
        Integer nps = answer.nps();
        return (csat != null && csat <= lowCsat) || (nps != null && nps <= lowNps);
    }
}
