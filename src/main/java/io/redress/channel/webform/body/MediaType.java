package io.redress.channel.webform.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type or Content-Disposition header (RFC 9110, RFC 6266).
 *
 * @param name what stands before the parameters, lower-cased
 * @param parameters by lower-cased name, decoded as RFC 5987 and RFC 2047 say
 */
record MediaType(String name, Map<String, String> parameters) {

    static MediaType parse(@Nullable String header) {
        if (header == null) {
            return new MediaType("", Map.of());
        }
        int end = header.indexOf(';');
        String name = end < 0 ? header : header.substring(0, end);
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = new HashMap<>();
        if (end >= 0) {
            parser.parse(header.substring(end + 1), ';').forEach((key, value) -> {
                if (value != null) {
                    parameters.put(key, value);
                }
            });
        }
        return new MediaType(name.strip().toLowerCase(Locale.ROOT), parameters);
    }

    @Nullable
    String parameter(String key) {
        return parameters.get(key);
    }
}
