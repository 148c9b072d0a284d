package io.redress.triage.rules;

import io.redress.triage.rules.Spans.Cursor;

/**
 * Where two stand in any order, as Lucene's unordered intervals: a queue of both, on top the one that starts first, of two that
 * start together the longer one.
 */
final class UnorderedPair {

    private final Cursor[] queue = new Cursor[2];
    private final Cursor one;
    private final Cursor two;
    private int size;
    private int farthest = -1;

    UnorderedPair(Spans one, Spans two) {
        this.one = new Cursor(one);
        this.two = new Cursor(two);
    }

    /** With at most so many positions between them. */
    Spans within(int gap) {
        var found = new Spans.Builder();
        if (move(one) && move(two)) {
            int start = -1;
            while (true) {
                while (size == 2 && queue[0].start() == start) {
                    move(pop());
                }
                if (size < 2) {
                    return found.build();
                }
                int end;
                int between;
                do {
                    start = queue[0].start();
                    end = farthest;
                    between = end - start + 1 - one.width() - two.width();
                    if (queue[0].end() == end) {
                        break;
                    }
                    move(pop());
                } while (size == 2 && end == farthest);
                if (between <= gap) {
                    found.add(start, end);
                }
            }
        }
        return found.build();
    }

    private Cursor pop() {
        Cursor top = queue[0];
        queue[0] = queue[1];
        size--;
        return top;
    }

    private boolean move(Cursor cursor) {
        if (!cursor.next()) {
            return false;
        }
        boolean top = size == 1
                && (cursor.start() < queue[0].start()
                        || cursor.start() == queue[0].start() && cursor.end() >= queue[0].end());
        if (top) {
            queue[1] = queue[0];
        }
        queue[top || size == 0 ? 0 : 1] = cursor;
        size++;
        farthest = Math.max(farthest, cursor.end());
        return true;
    }
}
