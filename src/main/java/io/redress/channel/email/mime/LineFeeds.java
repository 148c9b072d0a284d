package io.redress.channel.email.mime;

/** Lines of a mail that end as a parser expects. */
public final class LineFeeds {

    private LineFeeds() {}

    /** Old Macintosh programs end lines with CR alone; the parser would take such a mail for one line. */
    public static byte[] of(byte[] mail) {
        for (byte b : mail) {
            if (b == '\n') {
                return mail;
            }
        }
        byte[] lines = mail.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
        }
        return lines;
    }
}
