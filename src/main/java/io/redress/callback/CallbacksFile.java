package io.redress.callback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/callbacks.yaml} as written; {@link CallbackRules} tells what the keys mean. */
record CallbacksFile(
        @Nullable String calendar,
        @Nullable String hours,
        @Nullable Plan plan,
        @Nullable String slot,
        @Nullable Integer capacity,
        @Nullable Attempts attempts,
        @JsonProperty("owner-first") @Nullable String ownerFirst,
        @JsonProperty("outcome-within") @Nullable String outcomeWithin,
        @Nullable Map<String, ZoneId> zones,
        @Nullable Map<String, String> holidays) {

    record Plan(@Nullable String after, @Nullable String within) {}

    record Attempts(
            @Nullable Integer most,
            @Nullable String apart,
            @JsonProperty("other-hours") @Nullable Boolean otherHours) {}
}
