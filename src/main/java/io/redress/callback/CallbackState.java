package io.redress.callback;

import io.redress.ticket.KeyedEnum;

/** Where a callback stands. */
public enum CallbackState implements KeyedEnum {
    PLANNED,
    /** Given out; its outcome is waited for. */
    DUE,
    DONE,
    CANCELLED
}
