package io.redress.triage.rules;

import java.util.Arrays;

/** Places in a text, each from a first to a last position, both included; in the order of the text. */
final class Spans {

    static final Spans NONE = new Spans(new int[0], 0);

    /** Where a {@link Cursor} stands behind the last place. */
    static final int END = Integer.MAX_VALUE;

    private final int[] bounds;
    private final int size;

    private Spans(int[] bounds, int size) {
        this.bounds = bounds;
        this.size = size;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int start(int i) {
        return bounds[2 * i];
    }

    int end(int i) {
        return bounds[2 * i + 1];
    }

    TokenRange range(int i) {
        return new TokenRange(start(i), end(i));
    }

    boolean areAt(Spans other) {
        return size == other.size && Arrays.equals(bounds, 0, 2 * size, other.bounds, 0, 2 * size);
    }

    /** Collects places in their order. */
    static final class Builder {

        private int[] bounds = new int[4];
        private int size;

        void add(int start, int end) {
            if (bounds.length == 2 * size) {
                bounds = Arrays.copyOf(bounds, 4 * size);
            }
            bounds[2 * size] = start;
            bounds[2 * size + 1] = end;
            size++;
        }

        Spans build() {
            return size == 0 ? NONE : new Spans(bounds, size);
        }
    }

    /** Goes from place to place; before the first it stands at -1, behind the last at {@link #END}. */
    static final class Cursor {

        private final Spans spans;
        private int at = -1;

        Cursor(Spans spans) {
            this.spans = spans;
        }

        int start() {
            return at < 0 ? -1 : at < spans.size ? spans.start(at) : END;
        }

        int end() {
            return at < 0 ? -1 : at < spans.size ? spans.end(at) : END;
        }

        int width() {
            return end() - start() + 1;
        }

        /** False when there is none left. */
        boolean next() {
            at = Math.min(at + 1, spans.size);
            return at < spans.size;
        }
    }
}
