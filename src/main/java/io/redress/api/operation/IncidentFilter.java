package io.redress.api.operation;

import io.redress.api.ParameterValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of incidents, as they come. */
record IncidentFilter(
        @Parameter(
                description = "true: only those that go on; false: only those that are over",
                schema = @Schema(allowableValues = {"true", "false"}))
        @Nullable
        String open) {

    /** Null: all. */
    @Nullable
    Boolean which() {
        String value = ParameterValue.oneOf("open", open, List.of("true", "false"));
        return value == null ? null : Boolean.valueOf(value);
    }
}
