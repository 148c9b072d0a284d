package io.redress.delivery;

import io.redress.ticket.KeyedEnum;

/** Where a delivery stands. */
public enum DeliveryState implements KeyedEnum {
    WAITING,
    DELIVERED,
    /** The target will never take it as it stands; a replay lets it wait again. */
    REFUSED,
    CANCELLED
}
