package io.redress.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.redress.configfile.DurationParser;
import java.time.Duration;

/**
 * How long something takes, as {@code simulation.yaml} writes it: {@code 8min}, {@code 20h}, {@code 3d}.
 *
 * @param minutes at least 0
 */
record SimulatedDuration(double minutes) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SimulatedDuration parse(Object written) {
        Duration length = DurationParser.parse(written.toString());
        if (length == null) {
            throw new IllegalArgumentException("'" + written + "' is not a duration; write it like 8min, 20h or 3d");
        }
        return new SimulatedDuration(length.toSeconds() / 60.0);
    }
}
