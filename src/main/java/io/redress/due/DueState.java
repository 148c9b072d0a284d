package io.redress.due;

import io.redress.ticket.KeyedEnum;

/** Where work that is due at a time stands. */
public enum DueState implements KeyedEnum {
    /** Still to be done, now or later. */
    DUE,
    DONE,
    /** No longer wanted when its time came, or before. */
    SKIPPED,
    /** Given up after the last attempt. */
    FAILED
}
