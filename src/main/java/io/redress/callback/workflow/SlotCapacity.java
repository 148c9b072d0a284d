package io.redress.callback.workflow;

import io.redress.callback.CallSlot;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The places in slots: each is one callback's. */
public interface SlotCapacity {

    /** Takes a place for a callback; false when the slot is full. */
    boolean take(CallSlot slot, int capacity, UUID callback);

    /** Gives back what a callback has in slots that have not begun, but for one. */
    void free(UUID callback, CallSlot except);

    /** Gives back all of a callback's places in slots that have not begun. */
    void free(UUID callback);

    /** The beginnings of slots without a free place, as of now; a place may be gone when it is taken. */
    Set<Instant> full(Instant from, Instant until, int capacity);
}
