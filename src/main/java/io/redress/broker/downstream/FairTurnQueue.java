package io.redress.broker.downstream;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets few of each kind go on at once, in the order in which they came; nobody waits for those of another kind. */
final class FairTurnQueue {

    private final int atOnce;
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

    /** @param interested who wait or go on */
    private record Lane(Semaphore free, int interested) {

        Lane with(int more) {
            return new Lane(free, interested + more);
        }
    }

    /** Something to do when it is its turn. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws InterruptedException;
    }

    /** It was not its turn in time. */
    static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    FairTurnQueue(int atOnce) {
        this.atOnce = atOnce;
    }

    /**
     * Does something when it is its turn.
     *
     * @param until by {@link System#nanoTime}
     * @throws TooLate when that comes first
     */
    <T> T take(String kind, long until, Work<T> work) throws InterruptedException {
        Lane lane = Objects.requireNonNull(lanes.compute(
                kind, (name, there) -> there == null ? new Lane(new Semaphore(atOnce, true), 1) : there.with(1)));
        try {
            if (!lane.free().tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TooLate();
            }
            try {
                return work.done();
            } finally {
                lane.free().release();
            }
        } finally {
            lanes.computeIfPresent(kind, (name, there) -> there.interested() > 1 ? there.with(-1) : null);
        }
    }
}
