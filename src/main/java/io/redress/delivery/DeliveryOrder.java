package io.redress.delivery;

import java.util.Objects;
import java.util.UUID;

/**
 * An order to make one attempt at a delivery, on queue {@code delivery.<target>}.
 *
 * @param id the delivery's
 * @param token of this order alone: an older order for the same delivery is void
 */
public record DeliveryOrder(String id, String target, String token) {

    /** What is no order is found when it is read, not when it is carried out. */
    public DeliveryOrder {
        UUID.fromString(id);
        UUID.fromString(token);
        Objects.requireNonNull(target, "target is missing");
    }
}
