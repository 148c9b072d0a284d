package io.redress.callback.list;

import io.redress.callback.CallSlot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a list.
 *
 * @param phone E.164, or as somebody wrote it
 */
public record CallListEntry(
        UUID callback,
        int attempt,
        String ticket,
        @Nullable String name,
        String phone,
        CallSlot slot,
        String reason,
        @Nullable String remedy,
        @Nullable String subject,
        @Nullable String language,
        String owner) {}
