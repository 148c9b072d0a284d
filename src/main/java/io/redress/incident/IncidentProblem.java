package io.redress.incident;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a subject now.
 *
 * @param problem in a sentence
 * @param error the last error, without secrets and personal data; null when there was none
 * @param remedy what an operator can do; null when nobody knows
 */
public record IncidentProblem(
        String problem, @Nullable String error, @Nullable String remedy) {}
