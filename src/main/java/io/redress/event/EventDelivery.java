package io.redress.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscriber is or was sent, to look at.
 *
 * @param eventId the header {@code webhook-id} of its requests
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param answer the last: a status, or what went wrong; null before the first
 * @param dueAt when it is tried next, while it waits
 */
public record EventDelivery(
        UUID eventId,
        EventType type,
        String subject,
        String state,
        int attempts,
        @Nullable String answer,
        Instant occurredAt,
        Instant dueAt,
        Instant updatedAt) {}
