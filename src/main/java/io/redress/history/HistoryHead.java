package io.redress.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where all histories stood after a day, in the words that are signed. Each head names the one before it and the leaves:
 * one line for each history that grew since, with its last position and hash.
 *
 * @param day UTC; the last day that it covers whole
 * @param made when it was made; what was written until then is covered, too
 * @param previous SHA-256 of the text of the head before it; 64 zeros in the first
 * @param leaves SHA-256 of the leaves' lines
 * @param key fingerprint of the key that signs it
 */
public record HistoryHead(LocalDate day, Instant made, String previous, long histories, String leaves, String key) {

    /** Stands for the head before the first. */
    public static final String NONE = "0".repeat(64);

    private static final Pattern FORM = Pattern.compile("redress history head 1\n"
            + "day (\\d{4}-\\d{2}-\\d{2})\nmade (\\S{1,40})\nprevious ([0-9a-f]{64})\nhistories (\\d{1,18})\n"
            + "leaves ([0-9a-f]{64})\n(?:removals \\d{1,18}\n)?key ([0-9a-f]{64})\n"); // earlier heads:
    // removals, always 0

    /** The text that is signed, lines ended by LF. */
    public String text() {
        return String.join(
                "\n",
                List.of(
                        "redress history head 1",
                        "day " + day,
                        "made " + made,
                        "previous " + previous,
                        "histories " + histories,
                        "leaves " + leaves,
                        "key " + key,
                        ""));
    }

    /** @throws IllegalArgumentException when the text is none that {@link #text} gives */
    public static HistoryHead read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not a head of a history");
        }
        try {
            return new HistoryHead(
                    LocalDate.parse(form.group(1)),
                    Instant.parse(form.group(2)),
                    form.group(3),
                    Long.parseLong(form.group(4)),
                    form.group(5),
                    form.group(6));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a head of a history: its day or time is none", e);
        }
    }

    /** What the next head calls it. */
    public static String nameOf(String text) {
        return DigestUtils.sha256Hex(text);
    }

    /** A leaf's line. */
    public static String leaf(String ticket, long position, byte[] hash) {
        return ticket + ' ' + position + ' ' + HexFormat.of().formatHex(hash) + '\n';
    }
}
