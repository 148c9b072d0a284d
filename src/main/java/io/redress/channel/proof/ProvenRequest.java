package io.redress.channel.proof;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes a request prove itself, beside its body.
 *
 * @param headers by name
 * @param query encoded, as behind the question mark; empty for none
 */
public record ProvenRequest(Map<String, String> headers, String query) {

    public ProvenRequest {
        headers = Map.copyOf(headers);
    }

    /** With values at their places; those that stand in one header are separated by commas. */
    static ProvenRequest of(Map<RequestField, String> values) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Map<String, List<String>> query = new LinkedHashMap<>();
        values.forEach((field, value) -> (field.inQuery() ? query : headers)
                .computeIfAbsent(field.name(), name -> new ArrayList<>())
                .add(field.part() == null ? value : field.part() + "=" + value));
        Map<String, String> joined = new HashMap<>();
        headers.forEach((name, parts) -> joined.put(name, String.join(",", parts)));
        return new ProvenRequest(
                joined,
                query.entrySet().stream()
                        .map(entry -> entry.getKey() + "="
                                + URLEncoder.encode(String.join(",", entry.getValue()), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** The request with a body. */
    WebhookRequest with(byte[] body) {
        return WebhookRequest.of("POST", headers, query, body);
    }
}
