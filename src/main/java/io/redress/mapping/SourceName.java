package io.redress.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import io.redress.mapping.json.PlainName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a mapping calls a form field or a column: by name, or by its number; or several of them whose values are joined.
 *
 * @param written as in the mapping file
 * @param number from 1; 0 for a name
 * @param plain {@code written} as {@link PlainName} makes it; empty for a number and for several
 * @param parts those that are joined; empty for one
 */
record SourceName(String written, int number, String plain, List<SourceName> parts) {

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(String name) {
        this(name.strip(), 0, PlainName.of(name.strip()), List.of());
    }

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(int number) {
        this("column " + number, number, "", List.of());
    }

    @JsonCreator(mode = Mode.DELEGATING)
    SourceName(List<SourceName> parts) {
        this(parts.stream().map(SourceName::written).collect(Collectors.joining(" + ")), 0, "", List.copyOf(parts));
    }

    /** Itself, or those that are joined. */
    Stream<SourceName> each() {
        return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(SourceName::each);
    }
}
