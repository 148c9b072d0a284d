package io.redress.configfile;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/**
 * A {@code format} of our schemas: a text that the running Java must be able to read. Editors know none of them.
 *
 * @param getName as a schema names it
 * @param parse throws IllegalArgumentException or DateTimeException when it cannot read a text
 */
record JavaFormat(String getName, Consumer<String> parse) implements Format {

    /** Its values get remedies by {@link ZoneNames}. */
    static final String ZONE = "time-zone";

    private static final ZonedDateTime SAMPLE = ZonedDateTime.parse("2026-01-31T23:59:58+08:00[Asia/Shanghai]");

    static final List<Format> ALL = List.of(
            new JavaFormat(ZONE, ZoneId::of),
            new JavaFormat("charset", Charset::forName),
            new JavaFormat("time-pattern", pattern -> DateTimeFormatter.ofPattern(pattern)
                    .format(SAMPLE)));

    @Override
    public boolean matches(ExecutionContext context, String value) {
        try {
            parse.accept(value);
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
