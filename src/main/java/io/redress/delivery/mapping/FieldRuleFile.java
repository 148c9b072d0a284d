package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field's rule in its long form; see {@link FieldRule}. */
record FieldRuleFile(
        @Nullable Object from,
        @Nullable String template,
        @Nullable Object constant,
        @Nullable Map<String, Object> values,
        @JsonProperty("else") @Nullable Object otherwise,
        @Nullable String join,
        @Nullable Integer longest,
        @Nullable String time,
        @Nullable String zone,
        @Nullable Boolean mask,
        @Nullable Boolean required) {}
