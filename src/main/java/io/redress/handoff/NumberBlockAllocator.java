package io.redress.handoff;

/** Deals blocks of consecutive counters, each to one caller only, on whatever node. */
@FunctionalInterface
public interface NumberBlockAllocator {

    /** How many counters a block has. */
    int SIZE = 10_000;

    /**
     * The next block's index, counting from 0.
     *
     * @throws RuntimeException when the store of the counter cannot be reached
     */
    long next();
}
