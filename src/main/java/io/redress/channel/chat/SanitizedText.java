package io.redress.channel.chat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes strings of strangers fit for a database: no control characters, no half characters, no endless keys. */
public final class SanitizedText {

    private static final int LONGEST_KEY = 255;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private SanitizedText() {}

    /** Text with line feeds as line ends, without other control characters, lone surrogates replaced. */
    public static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String whole = new String(lines.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return CONTROLS.matcher(whole).replaceAll("");
    }

    /** The same key for the same text, never longer than 255 characters: above that, its SHA-256. */
    public static String key(String text) {
        String key = clean(text).strip();
        return key.length() <= LONGEST_KEY ? key : "sha256:" + DigestUtils.sha256Hex(text);
    }
}
