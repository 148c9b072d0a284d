package io.redress.triage;

/** The positions, both included, of words that a pattern found. */
record Span(int start, int end) {

    boolean overlaps(Span other) {
        return start <= other.end && other.start <= end;
    }
}
