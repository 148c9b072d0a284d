package io.redress.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trouble that lasted long enough to be told.
 *
 * @param trouble as it was when it was told
 * @param ended null while it goes on
 */
public record Incident(
        UUID id,
        IncidentSubject subject,
        IncidentProblem trouble,
        Instant began,
        @Nullable Instant ended) {}
