package io.redress.lookup;

import io.redress.ticket.KeyedEnum;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a system is asked.
 *
 * @param lookup its name in {@code config/lookups.yaml}
 * @param asks what it is told to find the customer or the order by, such as {@code phone}; nothing else leaves the hub
 */
public record LookupRequest(String lookup, Map<String, String> asks) {

    public LookupRequest {
        asks = Map.copyOf(asks);
    }

    /** As the query of a URL, percent-encoded: {@code email=a%40b.example&phone=%2B8613812345678}. */
    public String query() {
        return new TreeMap<>(asks)
                .entrySet().stream()
                        .map(ask -> encoded(ask.getKey()) + "=" + encoded(ask.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** As parameters of a query, with null for what this complaint does not say. */
    public Map<String, String> parameters() {
        Map<String, String> all = new HashMap<>();
        KeyedEnum.keys(LookupKey.class).forEach(key -> all.put(key, asks.get(key)));
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Without what is asked by, which is about people and must not get into logs. */
    @Override
    public String toString() {
        return lookup + " by " + asks.keySet();
    }
}
