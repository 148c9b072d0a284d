package io.redress.api.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arrival on the first page.
 *
 * @param arrived ISO instant, {@code time} the same for people
 * @param queue where its ticket went; null when it has none
 */
public record StartPageRow(
        String id,
        String arrived,
        String time,
        String channel,
        String state,
        @Nullable String ticket,
        @Nullable String category,
        @Nullable String priority,
        boolean review,
        @Nullable String queue,
        List<String> why) {}
