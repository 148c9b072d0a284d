package io.redress.triage.rules;

/** The positions, both included, of words that a pattern found. */
public record TokenRange(int start, int end) {

    public boolean overlaps(TokenRange other) {
        return start <= other.end && other.start <= end;
    }
}
