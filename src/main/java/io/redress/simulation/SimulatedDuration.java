package io.redress.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something takes, as {@code simulation.yaml} writes it: {@code 8min}, {@code 20h}, {@code 3d}.
 *
 * @param minutes at least 0
 */
record SimulatedDuration(double minutes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(min|h|d)");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SimulatedDuration parse(Object written) {
        Matcher matcher = FORM.matcher(written.toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + written + "' is not a duration; write it like 8min, 20h or 3d");
        }
        int unit =
                switch (matcher.group(2)) {
                    case "h" -> 60;
                    case "d" -> 24 * 60;
                    default -> 1;
                };
        return new SimulatedDuration(Integer.parseInt(matcher.group(1)) * (double) unit);
    }
}
