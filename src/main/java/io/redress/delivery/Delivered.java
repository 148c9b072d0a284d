package io.redress.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A target took a delivery.
 *
 * @param recordId the target's own name of the ticket's record, by which its news are recognised; null when it gave none
 * @param note for people, without personal data: {@code found by our number} …; null when there is nothing to say
 */
public record Delivered(@Nullable String recordId, @Nullable String note) {}
