package io.redress.privacy;

import io.redress.ticket.KeyedEnum;

/** What ages, in the order in which it is removed. */
public enum RetentionKind implements KeyedEnum {
    /** The bytes that came in, from the closing of their ticket; without a ticket, from their arrival. */
    ORIGINALS,
    /** Files of tickets, from the closing. */
    ATTACHMENTS,
    /** Who it was and what was said, from the closing. */
    CLOSED_TICKETS,
    /** Who, why and what was told in the histories, from the closing. */
    HISTORY,
    /** What was sent, from the sending. */
    MESSAGES,
    /** Files of call centres and diallers, from their last change. */
    CALL_FILES,
    /** Messages on {@code invalid} and {@code DLQ.*}, from their sending. */
    DEAD_LETTERS,
    /** Messages of chats, from the hand-off of their conversation. */
    CONVERSATIONS,
    /** Numbers told under an idempotency key, from the telling. */
    PROMISES,
    /** By which repeats are recognised, from the arrival. */
    SOURCE_KEYS,
    /** Entries of the audit log, from their writing. */
    AUDIT_LOG
}
