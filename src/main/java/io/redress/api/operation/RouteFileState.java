package io.redress.api.operation;

import io.redress.configfile.Finding;
import io.redress.routes.reload.RouteStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How a file of {@code routes/} stands to what runs. */
record RouteFileState(
        @Schema(example = "routes/channels/web.camel.yaml") String file,

        @Schema(
                description = "running; last-good-version: an edit cannot run, the version before it does;"
                        + " refused: a new file that cannot run; down: nothing of it runs",
                allowableValues = {"running", "last-good-version", "refused", "down"})
        String state,

        @Schema(description = "Since when it has been so") Instant since,

        @Schema(
                description = "Why the file on disk does not run, with line and remedy; empty when it does",
                example = "[\"routes/channels/web.camel.yaml:3: unknown kamelet 'web-from-source' → web-form-source\"]")
        List<String> findings) {

    static RouteFileState of(RouteStatus status) {
        return new RouteFileState(
                status.file().toString(),
                status.state().key(),
                status.since(),
                status.findings().stream().map(Finding::toString).toList());
    }
}
