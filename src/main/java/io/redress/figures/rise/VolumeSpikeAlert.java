package io.redress.figures.rise;

import java.time.Instant;
import java.util.UUID;

/**
 * A rise that was told.
 *
 * @param count complaints in the seven days before {@code began}
 * @param expected by the weeks before
 */
public record VolumeSpikeAlert(UUID id, SeriesKey key, Instant began, long count, double expected) {}
