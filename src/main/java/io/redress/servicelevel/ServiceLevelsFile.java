package io.redress.servicelevel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/service-levels.yaml}.
 *
 * @param calendar the calendar of policies that name none
 * @param policies limits by policy
 * @param priorities limits by {@code urgent} and {@code major}
 */
record ServiceLevelsFile(String calendar, Map<String, Entry> policies, Map<String, Entry> priorities) {

    /**
     * Limits as written.
     *
     * @param calendar another business calendar than the file's
     * @param tell who is told at once
     */
    record Entry(
            @JsonProperty("first-response") @Nullable String firstResponse,
            @Nullable String resolution,
            @Nullable String calendar,
            @Nullable String tell) {}
}
