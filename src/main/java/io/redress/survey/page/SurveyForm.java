package io.redress.survey.page;

import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyQuestions;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The survey's page as it was sent.
 *
 * @param values as they came, to be shown again
 * @param wrong names of the fields that cannot be taken as they are: {@code csat}, {@code nps}, {@code solved},
 *     {@code comment}
 */
record SurveyForm(
        Map<String, String> values,
        Set<String> wrong,
        @Nullable SurveyAnswer answer) {

    /** @param fields text by field name; {@code asked} which scores must be there */
    static SurveyForm read(Map<String, String> fields, SurveyQuestions asked) {
        var wrong = new LinkedHashSet<String>();
        Integer csat = asked.csat() ? score(fields, "csat", 1, 5, wrong) : null;
        if (asked.csat() && csat == null) {
            wrong.add("csat");
        }
        Boolean solved = solved(fields.getOrDefault("solved", ""), wrong);
        Integer nps = asked.nps() ? score(fields, "nps", 0, 10, wrong) : null;
        if (!asked.csat() && nps == null) {
            wrong.add("nps");
        }
        String comment =
                fields.getOrDefault("comment", "").replace("\r\n", "\n").strip();
        if (comment.length() > SurveyAnswer.LONGEST_COMMENT) {
            wrong.add("comment");
        }
        return new SurveyForm(fields, wrong, wrong.isEmpty() ? new SurveyAnswer(csat, nps, solved, comment) : null);
    }

    private static @Nullable Integer score(
            Map<String, String> fields, String name, int least, int most, Set<String> wrong) {
        String written = fields.getOrDefault(name, "");
        if (written.isEmpty()) {
            return null;
        }
        Integer score = number(written);
        if (score == null || !SurveyAnswer.within(score, least, most)) {
            wrong.add(name);
            return null;
        }
        return score;
    }

    private static @Nullable Boolean solved(String written, Set<String> wrong) {
        return switch (written) {
            case "yes" -> true;
            case "no" -> false;
            case "" -> null;
            default -> {
                wrong.add("solved");
                yield null;
            }
        };
    }

    /** A whole number of at most two digits; null for any other text. */
    static @Nullable Integer number(String written) {
        return written.matches("[0-9]{1,2}") ? Integer.valueOf(written) : null;
    }
}
