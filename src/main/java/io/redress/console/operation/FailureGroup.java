package io.redress.console.operation;

import io.redress.api.deadletter.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Failures of one queue that have the same reason.
 *
 * @param reason empty where none was written down
 * @param remedy of the latest; empty where none was written down
 */
public record FailureGroup(String queue, String reason, String remedy, int number, Instant first, Instant last) {

    /** Groups what a queue holds, the biggest group first. */
    static List<FailureGroup> of(String queue, List<DeadLetter> letters) {
        Map<String, List<DeadLetter>> byReason = new LinkedHashMap<>();
        letters.forEach(letter -> byReason.computeIfAbsent(
                        Objects.requireNonNullElse(letter.reason(), ""), reason -> new ArrayList<>())
                .add(letter));
        return byReason.entrySet().stream()
                .map(group -> of(queue, group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(FailureGroup::number).reversed())
                .toList();
    }

    /** Whether a failure belongs to the group of a reason. */
    static boolean has(String reason, DeadLetter letter) {
        return reason.equals(Objects.requireNonNullElse(letter.reason(), ""));
    }

    private static FailureGroup of(String queue, String reason, List<DeadLetter> letters) {
        var byTime = letters.stream()
                .sorted(Comparator.comparing(DeadLetter::failedAt))
                .toList();
        DeadLetter last = byTime.get(byTime.size() - 1);
        return new FailureGroup(
                queue,
                reason,
                Objects.requireNonNullElse(last.remedy(), ""),
                letters.size(),
                byTime.get(0).failedAt(),
                last.failedAt());
    }
}
