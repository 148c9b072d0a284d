package io.redress.attachment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether HTML, SVG or XML runs something when it is opened. Looks for words, whatever the markup around them: browsers read
 * the most broken markup, and each repairs it in its own way.
 */
final class ActiveMarkupDetector {

    /** Beyond this nobody looks (bytes). */
    private static final int MOST = 16 << 20;

    private static final Pattern ACTIVE = Pattern.compile(
            "<(?:[a-z0-9]{1,20}:)?(?:script|iframe|frame|object|embed|applet|foreignobject|form|base)\\b"
                    + "|<meta[^>]{0,200}http-equiv|<\\?xml-stylesheet|<!entity|(?:j\\s{0,9}a\\s{0,9}v\\s{0,9}a|v\\s{0,9}b)\\s{0,9}s\\s{0,9}c\\s{0,9}r\\s{0,9}i\\s{0,9}p\\s{0,9}t\\s{0,9}:|data:text/html"
                    + "|(?:\\s|[\"'/<>])on[a-z]{3,30}\\s{0,20}=|<(?:set|animate)[^>]{0,200}attributename\\s*=\\s*[\"']?(?:xlink:)?href",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE = Pattern.compile(
            "&(?:#(?:x0*([0-9a-f]{1,2})|0*([0-9]{1,3}));?|(colon|tab|newline);)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCRIPTED = Pattern.compile("<(?:script|html)\\b|<\\?php", Pattern.CASE_INSENSITIVE);

    private ActiveMarkupDetector() {}

    static boolean isActive(byte[] bytes) {
        String text = text(bytes, MOST);
        return ACTIVE.matcher(text).find()
                || text.indexOf('&') >= 0 && ACTIVE.matcher(plain(text)).find();
    }

    /** Whether a file that is not markup holds some that a browser would run, should it take the file for a page. */
    static boolean isWithin(byte[] bytes) {
        return SCRIPTED.matcher(text(bytes, 1 << 20)).find();
    }

    /** UTF-16 has a zero beside each Latin letter. */
    private static String text(byte[] bytes, int most) {
        String latin = new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.ISO_8859_1);
        return latin.indexOf('\0') < 0 ? latin : latin.replace("\0", "");
    }

    /** Letters may be written as numbers; blanks between those of {@code javascript:} count for nothing. */
    private static String plain(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            if (found.group(3) != null) {
                return found.group(3).equalsIgnoreCase("colon") ? ":" : "";
            }
            int code = found.group(1) != null ? Integer.parseInt(found.group(1), 16) : Integer.parseInt(found.group(2));
            return code <= ' ' || code > '~' ? "" : Matcher.quoteReplacement(String.valueOf((char) code));
        });
    }
}
