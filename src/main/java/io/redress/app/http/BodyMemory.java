package io.redress.app.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What all open bodies may hold in memory together. One that finds no room waits a little, without being read on. The one that
 * has held some for the longest goes on even then, so that a crowd of half-read bodies ends one by one.
 */
final class BodyMemory {

    private final long most;
    private final Duration wait;
    private final LongSupplier nanoTime;
    private final Set<Share> holders = new LinkedHashSet<>();
    private long held;

    /** @param wait how long a body waits for room before it is refused */
    BodyMemory(long most, Duration wait, LongSupplier nanoTime) {
        this.most = most;
        this.wait = wait;
        this.nanoTime = nanoTime;
    }

    Share share() {
        return new Share();
    }

    synchronized long held() {
        return held;
    }

    private synchronized boolean grow(Share share, long bytes) throws InterruptedException {
        holders.add(share);
        long more = bytes - share.bytes;
        long end = nanoTime.getAsLong() + wait.toNanos();
        while (held + more > most && !isFirst(share)) {
            long left = (end - nanoTime.getAsLong()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        held += more;
        share.bytes = bytes;
        return true;
    }

    private boolean isFirst(Share share) {
        Iterator<Share> all = holders.iterator();
        return all.hasNext() && all.next() == share;
    }

    private synchronized void release(Share share) {
        holders.remove(share);
        held -= share.bytes;
        share.bytes = 0;
        notifyAll();
    }

    /** What one body holds. */
    final class Share {

        private long bytes;

        private Share() {}

        /** False when there was no room in time. */
        boolean grow(long to) throws InterruptedException {
            return to <= bytes || BodyMemory.this.grow(this, to);
        }

        void release() {
            BodyMemory.this.release(this);
        }
    }
}
