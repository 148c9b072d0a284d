package io.redress.delivery.attempt;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds whole targets back. */
public interface TargetPauses {

    /**
     * @param pausedBy null unless it is paused
     * @param notBefore the target asked for a pause until then; may be in the past
     */
    record Held(
            boolean paused,
            @Nullable String pausedBy,
            @Nullable Instant pausedAt,
            @Nullable Instant notBefore) {

        /** Nothing was ever said about it. */
        public static final Held NOT = new Held(false, null, null, null);

        boolean isHeld(Instant now) {
            return paused || notBefore != null && notBefore.isAfter(now);
        }
    }

    /** What is known of targets, by name; most have no entry. */
    Map<String, Held> all();

    /** The target wants nothing before that time. */
    void notBefore(String target, Instant time);
}
