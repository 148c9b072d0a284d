package io.redress.console.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arrival on the first page.
 *
 * @param queue where its ticket went; null when it has none
 */
public record HomeRow(
        String id,
        Instant received,
        String channel,
        String state,
        @Nullable String ticket,
        @Nullable String category,
        @Nullable String priority,
        boolean review,
        @Nullable String queue,
        List<String> why) {}
