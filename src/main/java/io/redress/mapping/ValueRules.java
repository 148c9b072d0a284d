package io.redress.mapping;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the values of a source are read.
 *
 * @param empty what stands for nothing, lower-cased
 * @param values by field: what the source writes, lower-cased, and what it means
 * @param inColumns whether the values stand in the columns of a table, where one may have slipped into another's
 */
record ValueRules(
        Set<String> empty,
        Map<CanonicalField, Map<String, String>> values,
        PhoneNumbers phones,
        SourceTimeParser times,
        boolean inColumns) {

    /** Stands in {@code values} for whatever is not listed there. */
    private static final String OTHERS = "else";

    ValueRules in(ZoneId zone) {
        return new ValueRules(empty, values, phones, times.in(zone), inColumns);
    }

    ValueRules ofColumns() {
        return new ValueRules(empty, values, phones, times, true);
    }

    boolean isEmpty(String value) {
        return value.isEmpty() || empty.contains(fold(value));
    }

    String meaning(CanonicalField field, String value) {
        Map<String, String> meanings = values.getOrDefault(field, Map.of());
        String others = meanings.getOrDefault(OTHERS, value);
        return meanings.getOrDefault(fold(value), others);
    }

    static String fold(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
