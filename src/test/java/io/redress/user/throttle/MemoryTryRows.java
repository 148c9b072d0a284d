package io.redress.user.throttle;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tries in a map. */
public final class MemoryTryRows implements TryRows {

    final Map<String, Tries> rows = new HashMap<>();

    @Override
    public synchronized void change(List<String> subjects, UnaryOperator<Map<String, Tries>> change) {
        Map<String, Tries> before = new HashMap<>(rows);
        before.keySet().retainAll(subjects);
        rows.putAll(change.apply(before));
    }

    @Override
    public synchronized int removeBefore(Instant time) {
        int size = rows.size();
        rows.values().removeIf(tries -> tries.lastAt().isBefore(time));
        return size - rows.size();
    }
}
