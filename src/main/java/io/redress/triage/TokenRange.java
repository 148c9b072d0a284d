package io.redress.triage;

/** The positions, both included, of words that a pattern found. */
record TokenRange(int start, int end) {

    boolean overlaps(TokenRange other) {
        return start <= other.end && other.start <= end;
    }
}
