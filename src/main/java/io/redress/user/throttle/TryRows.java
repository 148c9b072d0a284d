package io.redress.user.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tries that are kept for all nodes. */
public interface TryRows {

    /**
     * Reads and changes some of them while nobody else does.
     *
     * @param subjects whose
     * @param change from those that are kept, by subject, to those that are to be kept; what it leaves out stays as it is
     */
    void change(List<String> subjects, UnaryOperator<Map<String, Tries>> change);

    /** Removes those that were tried last before a time, and returns how many. */
    int removeBefore(Instant time);
}
