package io.redress.canary;

import java.time.Duration;
import java.util.Map;

/**
 * The canaries of one channel.
 *
 * @param every between two of them
 * @param lateAfter from when on one that has not arrived is missing
 * @param fields of a form, or columns of a file, that it has besides its mark
 */
public record CanaryPlan(String channel, Duration every, Duration lateAfter, Map<String, String> fields) {

    public CanaryPlan {
        fields = Map.copyOf(fields);
    }
}
