package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code config/mappings/targets} as it is written; {@code docs/delivery.md} describes it.
 *
 * @param receives the canonical paths that the target may get at all, with all below them
 * @param fields the target's fields for a new ticket
 * @param followUp for what the customer writes later; without it the target is not told
 * @param update for changes of status that others made; without it the target is not told
 * @param updateOn keys of the statuses that it is told of; without it of all
 * @param states the target's state to the kind of update that it means to us
 */
record TargetMappingFile(
        @Nullable List<String> receives,
        @Nullable Map<String, Object> fields,
        @JsonProperty("follow-up") @Nullable Map<String, Object> followUp,
        @Nullable Map<String, Object> update,
        @JsonProperty("update-on") @Nullable List<String> updateOn,
        @Nullable Map<String, String> states,
        @Nullable ExampleFile example) {

    /**
     * @param given a canonical ticket, as much of it as matters
     * @param expected the fields that it gives
     */
    record ExampleFile(@Nullable JsonNode given, @Nullable JsonNode expected) {}
}
