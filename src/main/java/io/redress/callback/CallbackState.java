package io.redress.callback;

import io.redress.ticket.Keyed;

/** Where a callback stands. */
public enum CallbackState implements Keyed {
    PLANNED,
    /** Given out; its outcome is waited for. */
    DUE,
    DONE,
    CANCELLED
}
