package io.redress.console.ticket;

import io.redress.api.ParameterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kind of file that an export is asked for as: {@code csv}, which is also meant without it, or {@code xlsx}. */
record ExportedAs(@Nullable String format) {

    boolean isWorkbook() {
        return "xlsx".equals(ParameterValue.oneOf("format", format, List.of("csv", "xlsx")));
    }
}
