package io.redress.channel.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a call beside its body, as a description writes it: {@code header.x-hub-signature-256}, {@code query.token}, or
 * one of several in a header, {@code header.stripe-signature[v1]} of {@code t=1700000000,v1=5257a8}.
 *
 * @param part null for the whole value
 */
public record RequestField(
        boolean inQuery, String name, @Nullable String part) {

    private static final Pattern WRITTEN =
            Pattern.compile("(header|query)\\.([A-Za-z0-9._~-]{1,100})(?:\\[([A-Za-z0-9_-]{1,50})])?");
    private static final Pattern BETWEEN = Pattern.compile("[,;]\\s*");

    /** Whether a text is written as one. */
    public static boolean isOne(String written) {
        return WRITTEN.matcher(written).matches();
    }

    /** @throws IllegalArgumentException when it is none */
    public static RequestField of(String written) {
        Matcher field = WRITTEN.matcher(written);
        if (!field.matches()) {
            throw new IllegalArgumentException("'" + written + "' is no place in a call");
        }
        return new RequestField(field.group(1).equals("query"), field.group(2), field.group(3));
    }

    /** Its values: one, or as many as there are parts of that name; none where it is missing or came twice. */
    public List<String> in(WebhookRequest call) {
        String value = inQuery ? call.query().get(name) : RequestHeaders.of(call.headers(), name);
        if (value == null || part == null) {
            return value == null ? List.of() : List.of(value);
        }
        var parts = new ArrayList<String>();
        for (String one : BETWEEN.split(value)) {
            if (one.startsWith(part + "=")) {
                parts.add(one.substring(part.length() + 1));
            }
        }
        return parts;
    }

    /** As a description writes it. */
    @Override
    public String toString() {
        return (inQuery ? "query." : "header.") + name + (part == null ? "" : "[" + part + "]");
    }
}
