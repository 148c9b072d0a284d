package io.redress.api.ticket;

import io.redress.api.ParameterValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As what a table is asked for. */
record ExportFormat(
        @Parameter(
                description = "What kind of file; it comes before Accept",
                schema =
                        @Schema(
                                allowableValues = {"csv", "xlsx"},
                                defaultValue = "csv"))
        @Nullable
        String format) {

    /** @param accept the header; null when there is none */
    boolean isWorkbook(@Nullable String accept) {
        String asked = ParameterValue.oneOf("format", format, List.of("csv", "xlsx"));
        return asked == null ? accept != null && accept.contains("spreadsheetml") : asked.equals("xlsx");
    }
}
