package io.redress.channel.mailbox;

import io.redress.ticket.KeyedEnum;

/** Where a mail of a mailbox stands. */
public enum MailState implements KeyedEnum {
    /** Handed off, not yet marked or moved in its mailbox. */
    TAKEN,
    /** Handed off and marked. */
    SETTLED,
    /** Could not be fetched a few times. */
    FAILED,
    /** Could not be fetched for long; staff know of it. */
    SET_ASIDE
}
