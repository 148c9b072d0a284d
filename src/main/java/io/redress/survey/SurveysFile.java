package io.redress.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/surveys.yaml} as written; what is left out has its default. */
record SurveysFile(
        @Nullable String questions,
        @Nullable String after,
        @JsonProperty("without-callback-after") @Nullable String withoutCallbackAfter,
        @Nullable String gap,
        @JsonProperty("reminder-after") @Nullable String reminderAfter,
        @JsonProperty("expires-after") @Nullable String expiresAfter,
        @JsonProperty("close-after") @Nullable String closeAfter,
        @Nullable Map<String, String> sampling,
        @Nullable Low low,
        @Nullable String send) {

    record Low(@Nullable Integer csat, @Nullable Integer nps) {}
}
