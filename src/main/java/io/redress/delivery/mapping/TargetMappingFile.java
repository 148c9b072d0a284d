package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.lifecycle.UpdateKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/mappings/targets} as written; its schema tells what the keys mean. */
record TargetMappingFile(
        @Nullable List<String> receives,
        @Nullable Map<String, FieldRule> fields,
        @JsonProperty("follow-up") @Nullable Map<String, FieldRule> followUp,
        @Nullable Map<String, FieldRule> update,
        @JsonProperty("update-on") @Nullable Set<String> updateOn,
        @Nullable Map<String, UpdateKind> states,
        @Nullable Example example) {

    record Example(JsonNode given, JsonNode expected) {}
}
