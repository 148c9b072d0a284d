package io.redress.mapping;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/mappings/} as written; its schema tells what the keys mean. */
record MappingFile(
        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<CanonicalField, List<SourceName>> fields,

        @Nullable List<@Nullable String> required,
        @Nullable List<@Nullable String> empty,
        @Nullable String region,
        @Nullable Dates dates,
        @Nullable Map<CanonicalField, Map<String, String>> values,
        @Nullable FileFormat file) {

    record Dates(
            @Nullable List<@Nullable String> patterns,
            @Nullable ZoneId zone) {}
}
