package io.redress.channel.webform.origin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From which page a request comes, as the browser says. Programs can say anything here: this protects the people at
 * browsers, whose other pages shall not send forms in their name, and it is no proof of the sender.
 *
 * @param origin of the page; null where there was no header, as programs send none
 * @param sameOrigin true when the browser says that the page is of the very origin that it sends to (Fetch Metadata)
 * @param preflight whether the browser only asks what it may send
 */
public record RequestOrigin(@Nullable String origin, boolean sameOrigin, boolean preflight) {

    private static final Pattern PLAIN = Pattern.compile("[!-~]{1,200}");

    /** Seconds for which a browser need not ask again; Chromium takes two hours at most. */
    private static final String ASK_AGAIN = "3600";

    /** Reads the headers of a request, by their names in small letters. */
    public static RequestOrigin of(@Nullable String method, Map<String, String> headers) {
        return new RequestOrigin(
                headers.get("origin"), "same-origin".equals(headers.get("sec-fetch-site")), "OPTIONS".equals(method));
    }

    /**
     * Whether the page is of a site that may not send to a form.
     *
     * @param own the origin of the hub's own pages
     */
    public boolean isForeign(AllowedOrigins allowed, String own) {
        return allowed.any() && origin != null && !sameOrigin && !origin.equals(own) && !allowed.allows(origin);
    }

    /** What lets the page read an answer; only for a site that is named. Caches are told in any case what it hangs on. */
    public Map<String, String> headers(AllowedOrigins allowed) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (allowed.any()) {
            headers.put("Vary", "Origin, Accept, Accept-Language");
        }
        if (origin != null && allowed.allows(origin)) {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", "Location, Retry-After");
        }
        return headers;
    }

    /** The same for the answer to a preflight. */
    public Map<String, String> preflightHeaders(AllowedOrigins allowed) {
        Map<String, String> headers = new LinkedHashMap<>(headers(allowed));
        if (allowed.allows(origin)) {
            headers.put("Access-Control-Allow-Methods", "POST");
            headers.put("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key");
            headers.put("Access-Control-Max-Age", ASK_AGAIN);
            headers.put("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        }
        return headers;
    }

    /** As a log may show it: an origin, or that it was something else. */
    public String words() {
        if ("null".equals(origin)) {
            return "no site (null: in a sandbox, from a file, or with Referrer-Policy no-referrer)";
        }
        return origin != null && PLAIN.matcher(origin).matches() ? origin : "something that is not an origin";
    }
}
