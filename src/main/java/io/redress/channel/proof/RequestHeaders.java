package io.redress.channel.proof;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up HTTP headers and query parameters that must not be there twice. */
public final class RequestHeaders {

    private RequestHeaders() {}

    /** The value under a name in any case; null when it is missing, or there more than once, which nothing genuine does. */
    public static @Nullable String of(Map<String, ?> headers, String name) {
        String found = null;
        for (var header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                if (found != null || !(header.getValue() instanceof String value)) {
                    return null;
                }
                found = value;
            }
        }
        return found;
    }
}
