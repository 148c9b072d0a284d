package io.redress.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a {@link Mapping} can make the canonical fields of a source.
 *
 * @param problems all, in the order of {@link CanonicalField}; empty when it can
 * @param sourceKey what the source itself calls the complaint; null when it does not
 */
public record SourceCheck(
        List<FieldProblem> problems, @Nullable String sourceKey) {

    public SourceCheck {
        problems = List.copyOf(problems);
    }
}
