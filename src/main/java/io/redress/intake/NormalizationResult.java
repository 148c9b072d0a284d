package io.redress.intake;

/** What a {@link Normalizer} made of an original. */
public sealed interface NormalizationResult permits CanonicalComplaint, ChatMessage, Refusal {}
