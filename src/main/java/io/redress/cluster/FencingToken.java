package io.redress.cluster;

/** The number under which this node leads. What only the leader may write is written under it, or not at all. */
@FunctionalInterface
public interface FencingToken {

    /** No leader ever has it. */
    long NOT_LEADING = -1;

    /** {@link #NOT_LEADING} while another node leads, or none. */
    long current();
}
