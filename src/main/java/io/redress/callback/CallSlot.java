package io.redress.callback;

import java.time.Instant;

/** A stretch of time in which customers are called: {@code from} belongs to it, {@code until} no longer does. */
public record CallSlot(Instant from, Instant until) {}
