package io.redress.delivery;

import java.util.List;

/** A target that can be told to misbehave. */
interface FaultyTarget {

    /** Lets the next calls that would write something go wrong. */
    void fail(TargetFault fault, int times);

    /** The ticket numbers of all records that it holds, in the order in which they were made. */
    List<String> records();

    /** All that it was told of a ticket, as text, in order. */
    List<String> told(String number);

    /** How often anything was asked of it. */
    int calls();
}
