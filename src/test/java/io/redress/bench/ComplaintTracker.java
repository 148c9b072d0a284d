package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Who was promised what: each complaint has a number of its own, which stands in its text as a marker, and the book knows
 * when it was due, accepted by its channel and taken from its queue. Times are those of {@link System#nanoTime}.
 */
final class ComplaintTracker {

    private static final int PAGE = 1 << 14;
    private static final String MARK = "marker-";
    private static final int DIGITS = 9;

    private static final class Entries {
        final long[] due = new long[PAGE];
        final long[] accepted = new long[PAGE];
        final long[] taken = new long[PAGE];
        final AtomicIntegerArray times = new AtomicIntegerArray(PAGE);
    }

    private final Map<Integer, Entries> pages = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile long lastTaken;
    private volatile Runnable whenTaken = () -> {};
    private volatile Exception takingFailure;

    int issue() {
        return issued.getAndIncrement();
    }

    /** Numbers given out so far. */
    int issued() {
        return issued.get();
    }

    int accepted() {
        return accepted.get();
    }

    /** Messages taken so far. */
    int taken() {
        return taken.get();
    }

    /** When the last message was taken. */
    long lastTaken() {
        return lastTaken;
    }

    /** Runs at each message that is taken, on the taker's thread. */
    void whenTaken(Runnable action) {
        whenTaken = action;
    }

    /** What takes the messages cannot go on: nobody needs to wait for them. */
    void takingFailed(Exception failure) {
        takingFailure = failure;
    }

    /** Waits until so many messages were taken since the book was opened. */
    void awaitTaken(int count, int seconds) {
        await("all accepted complaints in their queues: " + count)
                .atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(20))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (takingFailure != null) {
                        throw new IllegalStateException("taking failed", takingFailure);
                    }
                    return taken() >= count;
                });
    }

    static String marker(int number) {
        String digits = Integer.toString(number);
        return MARK + "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** The number of the first marker in a text; -1 without one. */
    static int numberIn(String text) {
        int at = text.indexOf(MARK);
        int from = at + MARK.length();
        return at < 0 || text.length() < from + DIGITS ? -1 : Integer.parseInt(text, from, from + DIGITS, 10);
    }

    void due(int number, long at) {
        page(number).due[number % PAGE] = at;
    }

    void accepted(int number, long at) {
        page(number).accepted[number % PAGE] = at;
        accepted.incrementAndGet();
    }

    void taken(int number, long at) {
        Entries page = page(number);
        page.taken[number % PAGE] = at;
        page.times.incrementAndGet(number % PAGE);
        lastTaken = at;
        taken.incrementAndGet();
        whenTaken.run();
    }

    /** Milliseconds from acceptance to taking of the complaints of a range, ascending; 0 where it was taken first. */
    double[] fromAcceptance(int from, int to) {
        return millis(from, to, (page, i) -> Math.max(0, page.taken[i] - page.accepted[i]));
    }

    /** Milliseconds from when a complaint was to be sent to its acceptance, ascending. */
    double[] toAcceptance(int from, int to) {
        return millis(from, to, (page, i) -> page.accepted[i] - page.due[i]);
    }

    /** @throws AssertionError unless every complaint that was issued was accepted and taken exactly once */
    void prove() {
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < issued.get(); number++) {
            Entries page = page(number);
            boolean wasAccepted = page.accepted[number % PAGE] != 0;
            int times = page.times.get(number % PAGE);
            if (!wasAccepted || times != 1) {
                wrong.add(
                        marker(number) + (wasAccepted ? " accepted" : " not accepted") + ", taken " + times + " times");
            }
        }
        assertThat(wrong).as("complaints not accepted and taken exactly once").isEmpty();
        assertThat(taken.get()).as("messages taken").isEqualTo(issued.get());
    }

    private interface Span {
        long of(Entries page, int index);
    }

    private double[] millis(int from, int to, Span span) {
        double[] spans = new double[to - from];
        for (int number = from; number < to; number++) {
            spans[number - from] = span.of(page(number), number % PAGE) / 1e6;
        }
        Arrays.sort(spans);
        return spans;
    }

    private Entries page(int number) {
        return pages.computeIfAbsent(number / PAGE, n -> new Entries());
    }
}
