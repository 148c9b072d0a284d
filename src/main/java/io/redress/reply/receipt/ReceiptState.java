package io.redress.reply.receipt;

import io.redress.ticket.KeyedEnum;

/** How far a message got. Receipts come in any order, and again: a later constant follows an earlier one, never the other way round. */
public enum ReceiptState implements KeyedEnum {
    /** The platform took it. */
    SENT,
    /** It will not get there. */
    FAILED,
    /** It is on the customer's device. */
    DELIVERED,
    /** The customer saw it. */
    READ
}
