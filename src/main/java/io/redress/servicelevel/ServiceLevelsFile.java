package io.redress.servicelevel;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/service-levels.yaml}.
 *
 * @param calendar the calendar of policies that name none
 * @param policies limits by policy
 * @param priorities limits by {@code urgent} and {@code major}
 * @param warnings shares such as {@code 50 %}; null: 50 and 75
 * @param escalation stages after a breach
 * @param roles who is told, by key
 */
record ServiceLevelsFile(
        @Nullable String calendar,
        @Nullable Map<String, @Nullable Entry> policies,
        @Nullable Map<String, @Nullable Entry> priorities,
        @Nullable List<@Nullable String> warnings,
        @Nullable List<@Nullable Stage> escalation,
        @Nullable Map<String, @Nullable Somebody> roles) {

    /**
     * Limits as written.
     *
     * @param calendar another business calendar than the file's
     * @param tell the role that is told at once
     */
    record Entry(
            @JsonProperty("first-response") @Nullable String firstResponse,
            @Nullable String resolution,
            @Nullable String calendar,
            @Nullable String tell) {}

    /** A section as it is, empty when the file has none; an entry without anything is one without limits. */
    static Map<String, Entry> entries(@Nullable Map<String, @Nullable Entry> section) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (section != null) {
            section.forEach(
                    (key, entry) -> entries.put(key, entry == null ? new Entry(null, null, null, null) : entry));
        }
        return entries;
    }

    /** After which time since the breach which role is told. */
    record Stage(@Nullable String after, @Nullable String to) {}

    /** A role as written; {@code mail} is one address, a list, or empty. */
    record Somebody(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<@Nullable String> mail,

            @Nullable Map<String, @Nullable String> title) {}
}
