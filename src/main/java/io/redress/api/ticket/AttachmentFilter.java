package io.redress.api.ticket;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an attachment is asked for. */
record AttachmentFilter(
        @Parameter(
                description = "true: also when it is held back, be it infected",
                schema = @Schema(type = "boolean", defaultValue = "false"))
        @Nullable
        String quarantined) {}
