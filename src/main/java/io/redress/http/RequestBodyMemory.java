package io.redress.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What all open bodies may hold in memory together. One that finds no room waits a little, without being read on. The one that
 * has held some for the longest goes on even then, so that a crowd of half-read bodies ends one by one.
 */
final class RequestBodyMemory {

    private final long most;
    private final Duration wait;
    private final LongSupplier nanoTime;
    private final Set<Reservation> holders = new LinkedHashSet<>();
    private long held;

    /** @param wait how long a body waits for room before it is refused */
    RequestBodyMemory(long most, Duration wait, LongSupplier nanoTime) {
        this.most = most;
        this.wait = wait;
        this.nanoTime = nanoTime;
    }

    Reservation reservation() {
        return new Reservation();
    }

    synchronized long held() {
        return held;
    }

    private synchronized boolean grow(Reservation reservation, long bytes) throws InterruptedException {
        holders.add(reservation);
        long more = bytes - reservation.bytes;
        long end = nanoTime.getAsLong() + wait.toNanos();
        while (held + more > most && !isFirst(reservation)) {
            long left = (end - nanoTime.getAsLong()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        held += more;
        reservation.bytes = bytes;
        return true;
    }

    private boolean isFirst(Reservation reservation) {
        Iterator<Reservation> all = holders.iterator();
        return all.hasNext() && all.next() == reservation;
    }

    private synchronized void release(Reservation reservation) {
        holders.remove(reservation);
        held -= reservation.bytes;
        reservation.bytes = 0;
        notifyAll();
    }

    /** What one body holds. */
    final class Reservation {

        private long bytes;

        private Reservation() {}

        /** False when there was no room in time. */
        boolean grow(long to) throws InterruptedException {
            return to <= bytes || RequestBodyMemory.this.grow(this, to);
        }

        void release() {
            RequestBodyMemory.this.release(this);
        }
    }
}
