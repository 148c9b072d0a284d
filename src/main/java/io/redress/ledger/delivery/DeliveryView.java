package io.redress.ledger.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, to look at.
 *
 * @param id also the idempotency key of its requests
 * @param state {@code waiting}, {@code delivered}, {@code refused} or {@code cancelled}
 * @param status that an update brought
 * @param dueAt when it is tried next, while it waits
 * @param note the last answer
 */
public record DeliveryView(
        UUID id,
        String target,
        String ticket,
        String kind,
        @Nullable String status,
        String state,
        int attempts,
        Instant plannedAt,
        Instant dueAt,
        Instant updatedAt,
        @Nullable String note) {}
