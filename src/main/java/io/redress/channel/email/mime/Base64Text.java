package io.redress.channel.email.mime;

import io.redress.charset.TextCharset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in base64 (RFC 2045, 6.8) to which a gateway or a mailing list has added lines of its own as they are: a warning above
 * it, a notice below.
 */
public final class Base64Text {

    /** Shorter ones may be a word. */
    private static final int SHORTEST = 16;

    /** Bytes; who writes that much by hand sends a file. */
    private static final int LONGEST = 1 << 20;

    private Base64Text() {}

    /**
     * The text with the lines around it, in UTF-8 with a byte order mark; null when the body is no such mixture.
     *
     * @param charset the declared one of the encoded text
     */
    public static byte @Nullable [] mixed(byte[] body, @Nullable String charset) {
        if (body.length > LONGEST) {
            return null;
        }
        List<String> lines = new String(body, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::stripTrailing)
                .toList();
        int from = 0;
        while (from < lines.size() && !isEncoded(lines.get(from))) {
            from++;
        }
        int to = end(lines, from);
        boolean foreign = lines.subList(0, from).stream().anyMatch(line -> !line.isEmpty())
                || lines.subList(to, lines.size()).stream().anyMatch(line -> !line.isEmpty() && !isEncoded(line));
        byte[] text = foreign ? decoded(String.join("", lines.subList(from, to))) : null;
        if (text == null || !TextCharset.agrees(text, charset)) {
            return null;
        }
        var parts = new ArrayList<String>();
        parts.add(plain(lines.subList(0, from)));
        parts.add(TextCharset.decode(text, charset).strip());
        parts.add(plain(lines.subList(to, lines.size())));
        parts.removeIf(String::isEmpty);
        return ("\uFEFF" + String.join("\n\n", parts)).getBytes(StandardCharsets.UTF_8);
    }

    /** Encoders fill all lines but the last. */
    private static int end(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && isEncoded(lines.get(at))) {
            at++;
            boolean last = lines.get(at - 1).endsWith("=")
                    || lines.get(at - 1).length() < lines.get(from).length();
            if (last
                    || at < lines.size()
                            && lines.get(at).length() > lines.get(from).length()) {
                break;
            }
        }
        return at;
    }

    private static byte @Nullable [] decoded(String encoded) {
        if (encoded.length() < SHORTEST || encoded.matches("[^a-z]*|[^A-Z]*")) { // or a long number
            return null;
        }
        try {
            byte[] text = Base64.getDecoder().decode(encoded);
            for (byte b : text) {
                boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1B;
                if (control) {
                    return null;
                }
            }
            return text;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String plain(List<String> lines) {
        String raw = String.join("\n", lines).strip();
        return TextCharset.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static boolean isEncoded(String line) {
        return !line.isEmpty() && line.chars().allMatch(c -> MislabelledPlainText.isOfBase64((byte) c));
    }
}
