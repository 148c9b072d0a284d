package io.redress.mapping;

import java.util.List;

/** All problems of one source, in the order of {@link CanonicalField}; at least one. */
public record FieldProblems(List<FieldProblem> problems) implements MappingResult {

    public FieldProblems {
        problems = List.copyOf(problems);
    }
}
