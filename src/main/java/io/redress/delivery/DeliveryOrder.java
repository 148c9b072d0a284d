package io.redress.delivery;

/**
 * An order to make one attempt at a delivery, on queue {@code delivery.<target>}.
 *
 * @param id the delivery's
 * @param token of this order alone: an older order for the same delivery is void
 */
public record DeliveryOrder(String id, String target, String token) {}
