package io.redress.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a mail the empty line between its header and its text (RFC 5322, 2.1) where its program forgot it: the parser
 * would take the text for broken fields and drop it.
 */
public final class HeaderRepair {

    /** Lines behind a broken one in which fields may go on. */
    private static final int NEXT = 40;

    /** Characters of a line that are looked at; the name of a field is shorter. */
    private static final int LONGEST = 200;

    /** A mail has at least one of these, and the text behind its header has them no second time. */
    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "return-path",
            "delivered-to",
            "received",
            "dkim-signature",
            "x-mailer");

    private HeaderRepair() {}

    /** The same bytes where nothing is missing. */
    public static byte[] marked(byte[] mail) {
        Set<String> seen = new HashSet<>();
        boolean known = false;
        for (int at = 0; at < mail.length; at = next(mail, at)) {
            String line = line(mail, at);
            if (line.isEmpty()) {
                return mail;
            }
            String name = name(line);
            if (name != null) {
                seen.add(name);
                known |= KNOWN.contains(name);
            } else if (known && !isFolded(line) && !isMbox(line)) {
                return goesOn(mail, next(mail, at), seen) ? mail : withEmptyLine(mail, at);
            }
        }
        return mail;
    }

    /** Whether it is only one broken line, such as a folded one that lost its blank, and fields follow. */
    private static boolean goesOn(byte[] mail, int from, Set<String> seen) {
        int at = from;
        for (int lines = 0; lines < NEXT && at < mail.length; lines++) {
            String line = line(mail, at);
            if (line.isEmpty()) {
                return false;
            }
            String name = name(line);
            if (name != null && (name.equals("received") || (KNOWN.contains(name) && !seen.contains(name)))) {
                return true;
            }
            at = next(mail, at);
        }
        return false;
    }

    private static byte[] withEmptyLine(byte[] mail, int at) {
        byte[] marked = Arrays.copyOf(mail, mail.length + 1);
        marked[at] = '\n';
        System.arraycopy(mail, at, marked, at + 1, mail.length - at);
        return marked;
    }

    /** In lower case; null where the line opens no field. One blank in it is a slip. */
    private static @Nullable String name(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || isFolded(line)) {
            return null;
        }
        String name = line.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT);
        boolean ascii = name.chars().allMatch(c -> c >= ' ' && c < 127);
        boolean link = name.equals("http") || name.equals("https");
        return ascii && !link && name.chars().filter(c -> c == ' ').count() <= 1 ? name : null;
    }

    private static boolean isFolded(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private static boolean isMbox(String line) {
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    private static String line(byte[] mail, int at) {
        int end = at;
        while (end < mail.length && end < at + LONGEST && mail[end] != '\n') {
            end++;
        }
        end -= end > at && mail[end - 1] == '\r' ? 1 : 0;
        return new String(mail, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static int next(byte[] mail, int at) {
        int end = at;
        while (end < mail.length && mail[end] != '\n') {
            end++;
        }
        return Math.min(mail.length, end + 1);
    }
}
