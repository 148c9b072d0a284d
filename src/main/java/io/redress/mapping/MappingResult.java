package io.redress.mapping;

/** What a {@link Mapping} made of a source: the canonical fields, or everything that is wrong with it. */
public sealed interface MappingResult permits MappedFields, FieldProblems {}
