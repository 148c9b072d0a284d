package io.redress.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What ages of one kind. */
public interface RetentionTask {

    RetentionKind kind();

    /** What is older than a time. */
    Aged older(Instant than);

    /**
     * Removes some of it, the oldest first.
     *
     * @return how many were removed; 0 when none are left
     */
    int remove(Instant than, int most);

    /**
     * What would be removed.
     *
     * @param oldest null when there is none
     */
    record Aged(
            long count, @Nullable Instant oldest, @Nullable Instant newest) {

        public static final Aged NONE = new Aged(0, null, null);
    }
}
