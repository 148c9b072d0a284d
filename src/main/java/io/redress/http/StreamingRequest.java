package io.redress.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request whose body is left alone until a route reads it. Camel's HTTP binding would otherwise read it whole before the
 * route can limit it, inflate it, and parse forms into headers, with an error 500 for a stray {@code %}.
 */
final class StreamingRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> query;

    StreamingRequest(HttpServletRequest request) {
        super(request);
        this.query = query(request.getQueryString());
    }

    /** None, so far as the binding knows; the header is there for the route. */
    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = query.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return query.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return query;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(query.keySet());
    }

    private static Map<String, String[]> query(@Nullable String written) {
        if (written == null) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, String[]>();
        UriComponentsBuilder.newInstance()
                .query(written)
                .build()
                .getQueryParams()
                .forEach((name, all) -> values.put(
                        decoded(name),
                        all.stream().map(StreamingRequest::decoded).toArray(String[]::new)));
        return values;
    }

    private static String decoded(@Nullable String escaped) {
        try {
            return escaped == null ? "" : StringUtils.uriDecode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // a stray %: no parameter of ours
        }
    }
}
