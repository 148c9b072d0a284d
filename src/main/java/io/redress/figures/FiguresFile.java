package io.redress.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/figures.yaml} as written. */
record FiguresFile(
        @Nullable Map<String, @Nullable String> targets,
        @Nullable Weekly weekly,
        @Nullable Rise rise) {

    record Weekly(
            @Nullable String day,
            @Nullable String at,
            @Nullable String to) {}

    record Rise(
            @Nullable String at,
            @Nullable String to,
            @JsonProperty("history-weeks") @Nullable Integer historyWeeks,
            @JsonProperty("least-count") @Nullable Integer leastCount,
            @JsonProperty("false-alarms-per-year") @Nullable Double falseAlarmsPerYear) {}
}
