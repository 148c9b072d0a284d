package io.redress.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code redress.api}: who may use the ops API.
 *
 * @param key the only key that most hubs need, by environment variable {@code REDRESS_API_KEY}; it is named {@code
 *     default} in the log
 * @param keys more keys, each under the name that the log shows; a value {@code file:<path>} is read from that file
 * @param openPage true to show the console's first page to whoever reaches the port, as the sandbox does; else one signs in
 */
@ConfigurationProperties("redress.api")
public record ApiSettings(
        @Nullable String key,
        @DefaultValue Map<String, String> keys,
        @DefaultValue("false") boolean openPage) {}
