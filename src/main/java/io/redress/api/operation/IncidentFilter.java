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
        String open,

        @Parameter(
                description = "How many incidents a page holds",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        String size,

        @Parameter(description = "The 'next' of the page before; none for the first page") @Nullable
        String cursor) {

    /** Null: all. */
    @Nullable
    Boolean which() {
        String value = ParameterValue.oneOf("open", open, List.of("true", "false"));
        return value == null ? null : Boolean.valueOf(value);
    }
}
