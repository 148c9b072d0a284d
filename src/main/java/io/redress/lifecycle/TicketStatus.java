package io.redress.lifecycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. */
public enum TicketStatus implements KeyedEnum {
    /** Taken in; nobody has taken it up. */
    RECEIVED,
    /** Somebody has it. */
    ASSIGNED,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** The customer was asked for something, and the resolution clock stands still. */
    AWAITING_CUSTOMER,
    /** A remedy was carried out; the callback is to confirm it. */
    SOLVED,
    /** The callback is over: the customer confirmed, or could not be asked. */
    CALLBACK,
    /** The survey was sent, or is not sent for a reason that the history gives. */
    SURVEYED,
    /** Confirmed, or silent for long enough. */
    CLOSED,
    /** Not solved after all; one level up. */
    REOPENED;

    /** The status of that key; null for any other text. */
    @JsonCreator
    public static @Nullable TicketStatus of(@Nullable String key) {
        return KeyedEnum.of(TicketStatus.class, key);
    }

    /** True until a remedy was carried out: somebody owes the customer something. */
    public boolean isOpen() {
        return this == RECEIVED
                || this == ASSIGNED
                || this == IN_PROGRESS
                || this == AWAITING_CUSTOMER
                || this == REOPENED;
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}
