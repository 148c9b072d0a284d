package io.redress.triage.rules;

import io.redress.triage.rules.Spans.Cursor;
import java.util.Arrays;
import java.util.List;

/**
 * Puts places together as the iterators of Lucene's interval queries do, which looked patterns up before and are what the tests
 * compare with: minimal intervals (Clarke, Cormack and Burkowski), each of which contains no other one.
 */
final class SpanOperators {

    private SpanOperators() {}

    /** Where any of several stands; of places within each other the innermost. */
    static Spans either(List<Spans> several) {
        int size = several.stream().mapToInt(Spans::size).sum();
        long[] byEnd = new long[size];
        int next = 0;
        for (Spans spans : several) {
            for (int i = 0; i < spans.size(); i++) {
                byEnd[next++] = (long) spans.end(i) << 32 | (Spans.END - spans.start(i));
            }
        }
        Arrays.sort(byEnd); // of those with one end the shortest first
        var innermost = new Spans.Builder();
        int lastStart = -1;
        for (long place : byEnd) {
            int start = Spans.END - (int) place;
            if (start > lastStart) {
                innermost.add(start, (int) (place >> 32));
                lastStart = start;
            }
        }
        return innermost.build();
    }

    /** Where all stand next to each other, in this order. */
    static Spans adjacent(Spans... parts) {
        var found = new Spans.Builder();
        Cursor[] cursors = new Cursor[parts.length];
        for (int i = 0; i < parts.length; i++) {
            cursors[i] = new Cursor(parts[i]);
        }
        while (cursors[0].next()) {
            int i = 1;
            while (i < cursors.length) {
                while (cursors[i].start() <= cursors[i - 1].end()) {
                    if (!cursors[i].next()) {
                        return found.build();
                    }
                }
                if (cursors[i].start() == cursors[i - 1].end() + 1) {
                    i++;
                } else {
                    if (!cursors[0].next()) {
                        return found.build();
                    }
                    i = 1;
                }
            }
            found.add(cursors[0].start(), cursors[cursors.length - 1].end());
        }
        return found.build();
    }

    /** Where the second follows the first, with at most so many positions between them. */
    static Spans ordered(Spans one, Spans two, int gap) {
        var found = new Spans.Builder();
        var first = new Cursor(one);
        var second = new Cursor(two);
        boolean behind = first.next();
        while (behind) {
            int start = Spans.END;
            int end = Spans.END;
            int between = Spans.END;
            int lastStart = Spans.END;
            while (behind && first.end() < lastStart && reaches(second, first)) {
                start = first.start();
                end = second.end();
                between = end - start + 1 - first.width() - second.width();
                lastStart = second.start();
                behind = first.next();
            }
            if (start == Spans.END) {
                return found.build();
            }
            if (between <= gap) {
                found.add(start, end);
            }
        }
        return found.build();
    }

    /** Moves the second behind the first; false when there is none. */
    private static boolean reaches(Cursor second, Cursor first) {
        while (second.start() <= first.end()) {
            second.next();
        }
        return second.start() != Spans.END;
    }

    /** Where the same stands twice, one behind the other, with at most so many positions between. */
    static Spans twice(Spans one, int gap) {
        var found = new Spans.Builder();
        for (int i = 0; i + 1 < one.size(); i++) {
            int start = one.start(i);
            int end = one.end(i + 1);
            // as Lucene counts it: start - end of each, which is the same for single words
            int width = start - one.end(i) + 1 + one.start(i + 1) - end + 1;
            if (end - start + 1 - width <= gap) {
                found.add(start, end);
            }
        }
        return found.build();
    }

    /** The first where it does not touch the second. */
    static Spans without(Spans spans, Spans others) {
        var left = new Spans.Builder();
        var other = new Cursor(others);
        other.next();
        for (int i = 0; i < spans.size(); i++) {
            while (other.end() < spans.start(i)) {
                other.next();
            }
            if (other.start() > spans.end(i)) {
                left.add(spans.start(i), spans.end(i));
            }
        }
        return left.build();
    }
}
