package io.redress.intake;

/** An item and what its normalizer read in it. */
public record Arrival(RawMessage raw, Reading reading) {}
