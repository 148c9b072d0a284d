package io.redress.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a file in {@code config/mappings/}.
 *
 * @param fields canonical field → a source name, a column number from 1, or a list of them
 * @param required canonical fields that must have a value; {@code a | b} asks for one of two
 * @param empty words that people write where they have nothing to say, such as 无; null: none
 * @param region two letters (ISO 3166): where a phone number without country code is; null: CN
 * @param dates how the source writes times; null: it writes none that are mapped
 * @param values canonical field → what the source writes → what it means
 * @param file null when the source is not a file, or a file as {@link FileFormat} has it by default
 */
record MappingFile(
        Map<String, Object> fields,
        @Nullable List<String> required,
        @Nullable List<String> empty,
        @Nullable String region,
        @Nullable DatesFile dates,
        @Nullable Map<String, Map<String, String>> values,
        @Nullable FileFormat file) {

    /**
     * @param patterns of java.time's DateTimeFormatter, or {@code iso}, {@code excel}, {@code epoch-s}, {@code epoch-ms}; tried
     *     in order, numbers last
     * @param zone IANA name; null is allowed only where every pattern carries its own offset
     */
    record DatesFile(List<String> patterns, @Nullable String zone) {}
}
