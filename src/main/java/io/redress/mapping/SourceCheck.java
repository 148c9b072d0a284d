package io.redress.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a {@link Mapping} can make the canonical fields of a source.
 *
 * @param problems all, in the order of {@link CanonicalField}; empty when it can
 * @param sourceKey what the source itself calls the complaint; null when it does not
 * @param phones as written, by the names of their fields
 * @param emails as written, by the names of their fields
 * @param region where a number without country code is
 */
public record SourceCheck(
        List<FieldProblem> problems,
        @Nullable String sourceKey,
        List<Written> phones,
        List<Written> emails,
        PhoneNumbers region) {

    /** A value as the source has it, and what the source calls its field. */
    public record Written(String sourceName, String value) {}

    public SourceCheck {
        problems = List.copyOf(problems);
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }
}
