package io.redress.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came with an original by HTTP.
 *
 * @param contentType null: by the name of the file with the body
 * @param method of HTTP
 * @param headers by name in small letters
 * @param query as in the address, behind the question mark; null for none
 */
public record TriedRequest(
        String method,
        @Nullable String contentType,
        Map<String, String> headers,
        @Nullable String query) {

    private static final Map<String, String> CONTENT_TYPES =
            Map.of("json", "application/json", "txt", "text/plain; charset=utf-8", "xml", "text/xml");
    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * As a user writes them.
     *
     * @param method of HTTP, in any case
     * @param headers {@code name: value} each
     * @throws IllegalArgumentException naming what is not a header
     */
    public static TriedRequest of(
            String method, @Nullable String contentType, List<String> headers, @Nullable String query) {
        var byName = new HashMap<String, String>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "'" + header + "' is not a header: write it like 'x-signature: abc'");
            }
            byName.put(
                    header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new TriedRequest(method.toUpperCase(Locale.ROOT), contentType, Map.copyOf(byName), query);
    }

    /** Its own, else that of the file's name. */
    String contentType(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return contentType != null ? contentType : CONTENT_TYPES.getOrDefault(ending, FORM);
    }

    /** Whether nothing came that could prove it. */
    public boolean hasNothingToVerify() {
        return headers.isEmpty() && query == null && isPost();
    }

    /** Whether it has a body. */
    public boolean isPost() {
        return method.equals("POST");
    }
}
