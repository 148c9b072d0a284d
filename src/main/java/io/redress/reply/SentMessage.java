package io.redress.reply;

import org.jspecify.annotations.Nullable;

/**
 * What a platform said of a message that it took.
 *
 * @param id by which its receipts name the message; null where it gave none
 * @param segments text messages that it takes; 0 where it is not one, or nobody knows
 */
public record SentMessage(@Nullable String id, int segments) {}
