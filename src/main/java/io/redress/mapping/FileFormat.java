package io.redress.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How the files that a mapping is for are written. Everything is optional.
 *
 * @param header {@code true} (default), {@code false}: columns are called by number, {@code types}: a second line with the
 *     types of the columns follows, as Cisco CUCM writes it
 * @param skipLines lines above the header or the first row, such as a report's title; default 0
 * @param charset {@code auto} (default: byte order mark, else strict UTF-8, else strict GB18030, else the fallback) or a
 *     charset's name
 * @param fallbackCharset the last one tried; default GB18030
 * @param delimiter {@code auto} (default: the one of comma, semicolon, tab and bar that the first lines use), {@code tab}, or
 *     one character
 * @param quote the character around values; default {@code "}; {@code none} when a quote has no meaning
 * @param sheet of a workbook: number from 1 (default) or name
 */
public record FileFormat(
        String header,
        int skipLines,
        String charset,
        String fallbackCharset,
        String delimiter,
        String quote,
        String sheet) {

    public static final String AUTO = "auto";
    public static final String NONE = "none";

    @JsonCreator
    static FileFormat of(
            @JsonProperty("header") @Nullable String header,
            @JsonProperty("skipLines") @Nullable Integer skipLines,
            @JsonProperty("charset") @Nullable String charset,
            @JsonProperty("fallbackCharset") @Nullable String fallbackCharset,
            @JsonProperty("delimiter") @Nullable String delimiter,
            @JsonProperty("quote") @Nullable String quote,
            @JsonProperty("sheet") @Nullable String sheet) {
        return new FileFormat(
                header == null ? "true" : header,
                skipLines == null ? 0 : skipLines,
                charset == null ? AUTO : charset,
                fallbackCharset == null ? "GB18030" : fallbackCharset,
                "tab".equals(delimiter) ? "\t" : delimiter == null ? AUTO : delimiter,
                quote == null ? "\"" : quote,
                sheet == null ? "1" : sheet);
    }

    /** Everything as it is by default. */
    public static FileFormat usual() {
        return of(null, null, null, null, null, null, null);
    }

    /** How many lines stand above the first row, without {@link #skipLines}: 0, 1 or 2. */
    public int headerLines() {
        return switch (header) {
            case "false" -> 0;
            case "types" -> 2;
            default -> 1;
        };
    }
}
