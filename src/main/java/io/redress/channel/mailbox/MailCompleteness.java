package io.redress.channel.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a server gave out a mail's whole body. The size that it stated before proves nothing by itself: Exchange, for
 * one, estimates it. So a body that is shorter than stated counts as cut only where its own structure says so, too.
 */
final class MailCompleteness {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))", Pattern.CASE_INSENSITIVE);

    private static final Pattern END_OF_HEADER = Pattern.compile("\\r?\\n\\r?\\n|^\\r?\\n|\\r\\r");

    private static final int LONGEST_HEADER = 64 * 1024;

    private MailCompleteness() {}

    /**
     * Takes bytes for a mail, or refuses them.
     *
     * @param stated the size that the server stated; 0 when it stated none
     */
    static byte[] require(byte[] bytes, long stated) throws TruncatedMailException {
        if (bytes.length == 0 && stated != 0) {
            throw new TruncatedMailException(
                    "the server gave no body, though it says that the mail has " + stated + " bytes");
        }
        if (bytes.length < stated && isCut(bytes)) {
            throw new TruncatedMailException(
                    "the server gave " + bytes.length + " of " + stated + " bytes, and the mail's end is missing");
        }
        return bytes;
    }

    private static boolean isCut(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        Matcher end = END_OF_HEADER.matcher(start);
        if (!end.find()) {
            return bytes.length < LONGEST_HEADER; // not even all of the header
        }
        Matcher boundary = BOUNDARY.matcher(contentType(start.substring(0, end.start())));
        if (!boundary.find()) {
            return false;
        }
        String name = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        String last = new String(
                bytes,
                Math.max(0, bytes.length - LONGEST_HEADER),
                Math.min(bytes.length, LONGEST_HEADER),
                StandardCharsets.ISO_8859_1);
        return !last.contains("--" + name + "--");
    }

    /** The unfolded field of a multipart mail; empty for any other. */
    private static String contentType(String header) {
        return header.replaceAll("\\r?\\n[ \\t]+", " ")
                .lines()
                .filter(line -> line.regionMatches(true, 0, "content-type:", 0, 13)
                        && line.substring(13).stripLeading().regionMatches(true, 0, "multipart/", 0, 10))
                .findFirst()
                .orElse("");
    }
}
