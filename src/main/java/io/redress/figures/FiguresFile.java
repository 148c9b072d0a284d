package io.redress.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/figures.yaml} as written. */
record FiguresFile(
        @Nullable Map<String, String> targets,
        @Nullable Weekly weekly,
        @Nullable Rise rise) {

    record Weekly(String day, String at, String to) {}

    record Rise(
            String at,
            String to,
            @JsonProperty("history-weeks") @Nullable Integer historyWeeks,
            @JsonProperty("least-count") @Nullable Integer leastCount,
            @JsonProperty("false-alarms-per-year") @Nullable Double falseAlarmsPerYear) {}
}
