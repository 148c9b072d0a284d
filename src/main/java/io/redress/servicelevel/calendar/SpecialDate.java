package io.redress.servicelevel.calendar;

import java.util.List;

/**
 * A date on which the weekly hours do not hold.
 *
 * @param name for people: {@code 国庆节}; may be empty
 * @param hours empty when it is closed
 */
public record SpecialDate(Kind kind, String name, List<OpeningHours> hours) {

    enum Kind {
        HOLIDAY("holiday"),
        MAKEUP_DAY("make-up day"),
        SPECIAL_HOURS("special hours");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public SpecialDate {
        hours = List.copyOf(hours);
    }

    /** {@code make-up day 国庆节调休}. */
    public String inWords() {
        return name.isBlank() ? kind.words : kind.words + " " + name;
    }
}
