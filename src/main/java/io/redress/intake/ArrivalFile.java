package io.redress.intake;

import org.jspecify.annotations.Nullable;

/** A file that came with a complaint, not yet stored. {@code name} is the sender's, for show only. */
@SuppressWarnings("ArrayRecordComponent") // carried from the parser to the store, never compared
public record ArrivalFile(@Nullable String name, String contentType, byte[] bytes) {}
