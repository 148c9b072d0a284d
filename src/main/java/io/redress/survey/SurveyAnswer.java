package io.redress.survey;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says of how the complaint was handled; null is what was not said.
 *
 * @param csat satisfaction, 1 (very poor) to 5 (very good)
 * @param nps likelihood of a recommendation, 0 to 10
 * @param solved whether the matter is solved
 * @param comment at most {@link #LONGEST_COMMENT} characters
 */
public record SurveyAnswer(
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Boolean solved,
        @Nullable String comment) {

    public static final int LONGEST_COMMENT = 2_000;

    public SurveyAnswer {
        if (!within(csat, 1, 5) || !within(nps, 0, 10) || (comment != null && comment.length() > LONGEST_COMMENT)) {
            throw new IllegalArgumentException("a score or a comment is out of range");
        }
        comment = comment == null || comment.isBlank()
                ? null
                : comment.replace("\0", "").strip();
    }

    public static boolean within(@Nullable Integer score, int least, int most) {
        return score == null || (score >= least && score <= most);
    }

    /** True when nothing at all was said. */
    public boolean isEmpty() {
        return csat == null && nps == null && solved == null && comment == null;
    }

    /** For the ticket's history: {@code CSAT 4 of 5, NPS 9, solved}. The comment stays in the survey. */
    public String words() {
        var words = new ArrayList<String>();
        if (csat != null) {
            words.add("CSAT " + csat + " of 5");
        }
        if (nps != null) {
            words.add("NPS " + nps);
        }
        if (solved != null) {
            words.add(solved ? "solved" : "not solved");
        }
        if (comment != null) {
            words.add("with a comment");
        }
        return String.join(", ", words);
    }
}
