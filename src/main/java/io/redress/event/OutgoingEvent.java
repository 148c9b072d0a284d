package io.redress.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is sent, and to whom.
 *
 * @param subscription the subscriber's name
 * @param secrets the newest first; all of them sign
 * @param subject a ticket's number, a channel's or a target's name
 * @param attempt 1 for the first since it was planned or replayed
 */
public record OutgoingEvent(
        String id,
        String subscription,
        String url,
        List<String> secrets,
        EventType type,
        Instant occurred,
        String subject,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        int attempt) {

    /** So that no log shows the secrets. */
    @Override
    public String toString() {
        return "event " + id + " for " + subscription;
    }
}
