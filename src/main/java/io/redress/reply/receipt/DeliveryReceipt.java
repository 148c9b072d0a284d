package io.redress.reply.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What a platform says of a message that it took.
 *
 * @param messageId by which the platform's answer named the message
 * @param code the platform's reason of a failure; null where it gives none
 */
public record DeliveryReceipt(
        String messageId, ReceiptState state, @Nullable String code) {}
