package io.redress.ticket;

import java.time.Instant;

/**
 * By when the customer is owed what.
 *
 * @param policy key of {@code config/service-levels.yaml}
 */
public record ServiceLevel(String policy, Instant firstResponseDue, Instant resolutionDue) {}
