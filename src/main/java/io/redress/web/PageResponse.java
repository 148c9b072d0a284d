package io.redress.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer to a customer.
 *
 * @param location where to go next or what was made; null: no such header
 * @param retryAfter seconds; null: no such header
 * @param policy the Content-Security-Policy of a page, or one that allows nothing
 * @param language of a page; null for JSON
 * @param more headers besides, such as those for pages of other sites
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record PageResponse(
        int status,
        String contentType,
        byte[] content,
        @Nullable String location,
        @Nullable Integer retryAfter,
        String policy,
        @Nullable String language,
        Map<String, String> more)
        implements ChannelResponse {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final ObjectMapper JSON = new ObjectMapper();

    public static PageResponse json(int status, Map<String, ?> body) {
        return data(status, "application/json", body);
    }

    /**
     * Problem details (RFC 9457).
     *
     * @param body {@code title}, {@code detail} and what more the problem has; the status is added
     */
    public static PageResponse problem(int status, Map<String, ?> body) {
        return data(status, "application/problem+json", body);
    }

    public static PageResponse page(int status, byte[] html, String policy, String language) {
        return new PageResponse(status, "text/html;charset=UTF-8", html, null, null, policy, language, Map.of());
    }

    /** An answer of headers alone. */
    public static PageResponse empty(int status) {
        return new PageResponse(status, "text/plain;charset=UTF-8", new byte[0], null, null, NOTHING, null, Map.of());
    }

    /** Bytes of a stranger, which a browser may show under this type and this policy alone. */
    public static PageResponse file(String contentType, byte[] bytes, String policy) {
        return new PageResponse(200, contentType, bytes, null, null, policy, null, Map.of());
    }

    /** 303: fetch the result with GET, so that reloading it sends nothing twice. */
    public static PageResponse seeOther(String location) {
        return new PageResponse(303, "text/plain;charset=UTF-8", new byte[0], location, null, NOTHING, null, Map.of());
    }

    /** The same, where the page may also load scripts, and what these need, from some other sites. */
    public PageResponse withScriptsOf(List<String> origins) {
        if (origins.isEmpty()) {
            return this;
        }
        String from = String.join(" ", origins);
        String wider = policy + "; script-src " + from + "; frame-src " + from + "; connect-src " + from;
        return new PageResponse(status, contentType, content, location, retryAfter, wider, language, more);
    }

    /** The same, where the page shows pictures of its own site. */
    public PageResponse withPictures() {
        return new PageResponse(
                status, contentType, content, location, retryAfter, policy + "; img-src 'self'", language, more);
    }

    public PageResponse withLocation(String where) {
        return new PageResponse(status, contentType, content, where, retryAfter, policy, language, more);
    }

    public PageResponse withRetryAfter(@Nullable Integer seconds) {
        return new PageResponse(status, contentType, content, location, seconds, policy, language, more);
    }

    /** With headers besides its own. */
    public PageResponse with(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(headers);
        return new PageResponse(status, contentType, content, location, retryAfter, policy, language, Map.copyOf(all));
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Content-Security-Policy", policy);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Robots-Tag", "noindex");
        headers.put("Cache-Control", "no-store");
        if (location != null) {
            headers.put("Location", location);
        }
        if (language != null) {
            headers.put("Content-Language", language);
        }
        if (retryAfter != null) {
            headers.put("Retry-After", String.valueOf(retryAfter));
        }
        headers.putAll(more);
        return headers;
    }

    private static PageResponse data(int status, String contentType, Map<String, ?> body) {
        try {
            byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return new PageResponse(status, contentType, bytes, null, null, NOTHING, null, Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and strings are JSON", e);
        }
    }
}
