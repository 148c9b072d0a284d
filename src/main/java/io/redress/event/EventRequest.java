package io.redress.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as one HTTP request.
 *
 * @param url without its query
 * @param query encoded; null when there is none
 * @param body JSON; each attempt has the same
 */
public record EventRequest(
        EventOrder order, String url, @Nullable String query, Map<String, String> headers, String body) {}
