package io.redress.handoff;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How much each of many has under way at once, such as the open requests of an address. */
public final class ConcurrencyCounter {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    /** @param most that one may have */
    public ConcurrencyCounter(int most) {
        this.most = most;
    }

    /** False when that one has as many as it may; else {@link #leave} must follow. */
    public boolean enter(String one) {
        boolean[] entered = {true};
        open.compute(one, (name, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    /** Whether that one could enter now. */
    public boolean isFree(String one) {
        return open.getOrDefault(one, 0) < most;
    }

    public void leave(String one) {
        open.computeIfPresent(one, (name, count) -> count > 1 ? count - 1 : null);
    }
}
