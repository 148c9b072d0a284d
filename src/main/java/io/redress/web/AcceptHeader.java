package io.redress.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether who asks is a person at a browser or a program (RFC 9110, 12.5.1). */
public final class AcceptHeader {

    private static final int LONGEST = 2_000;

    private AcceptHeader() {}

    /** True when an Accept header names HTML, and JSON no more than HTML; programs and {@code *}{@code /*} get JSON. */
    public static boolean prefersHtml(@Nullable String accept) {
        if (accept == null || accept.length() > LONGEST) {
            return false;
        }
        double html = 0;
        double json = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String type = range.split(";", 2)[0].strip();
            if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
                html = Math.max(html, quality(range));
            } else if (type.equals("application/json") || type.equals("application/problem+json")) {
                json = Math.max(json, quality(range));
            }
        }
        return html > 0 && html >= json;
    }

    private static double quality(String range) {
        int q = range.indexOf("q=");
        if (q < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(range.substring(q + 2).split(";", 2)[0].strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
