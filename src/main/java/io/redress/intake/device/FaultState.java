package io.redress.intake.device;

import io.redress.ticket.KeyedEnum;

/** What a device says of a fault. */
public enum FaultState implements KeyedEnum {
    /** It is there. */
    RAISED,
    /** It is over. */
    CLEARED
}
