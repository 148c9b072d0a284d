package io.redress.app.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many requests each address has open. */
final class OpenByAddress {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    OpenByAddress(int most) {
        this.most = most;
    }

    /** False when the address has as many as it may; else {@link #leave} must follow. */
    boolean enter(String address) {
        boolean[] entered = {true};
        open.compute(address, (name, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < most;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    void leave(String address) {
        open.computeIfPresent(address, (name, count) -> count > 1 ? count - 1 : null);
    }
}
