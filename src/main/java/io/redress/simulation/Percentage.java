package io.redress.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a hundred, as {@code simulation.yaml} writes it: {@code 25 %}.
 *
 * @param of one: 0 to 1
 */
record Percentage(double of) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?) ?%");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Percentage parse(Object written) {
        Matcher matcher = FORM.matcher(written.toString());
        if (!matcher.matches() || Double.parseDouble(matcher.group(1)) > 100) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not a percentage; write it like 25 %, from 0 % to 100 %");
        }
        return new Percentage(Double.parseDouble(matcher.group(1)) / 100);
    }
}
