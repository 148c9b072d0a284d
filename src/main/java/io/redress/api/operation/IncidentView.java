package io.redress.api.operation;

import io.redress.incident.Incident;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident as the API shows it. */
record IncidentView(
        @Schema(example = "5d3c1a52-90e2-4b5e-8f21-6d0a4b7c9e10")
        String id,

        @Schema(allowableValues = {"channel", "target", "intake"})
        String kind,

        @Schema(description = "Of the channel or target", example = "complaints-mailbox")
        String name,

        @Schema(description = "The problem when the incident was reported")
        String problem,

        @Schema(description = "The last error then, without secrets") @Nullable
        String error,

        @Schema(description = "What an operator can do") @Nullable
        String remedy,

        @Schema(description = "When it was reported") Instant began,

        @Schema(description = "When it was over; absent while it goes on") @Nullable
        Instant ended) {

    static IncidentView of(Incident incident) {
        return new IncidentView(
                incident.id().toString(),
                incident.subject().kind().key(),
                incident.subject().name(),
                incident.trouble().problem(),
                incident.trouble().error(),
                incident.trouble().remedy(),
                incident.began(),
                incident.ended());
    }
}
