package io.redress.channel.email.text;

import io.redress.channel.email.mime.MimePart;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** HTML that careless programs send as {@code text/plain}. A customer who only names a tag writes plain text. */
public final class UndeclaredHtml {

    /** Bytes that are looked at. */
    private static final int LONGEST = 64 * 1024;

    /** Behind a byte order mark, read as Latin-1. */
    private static final Pattern DOCUMENT = Pattern.compile("(?i)\\A(ï»¿)?\\s{0,200}+<(!doctype html|html)\\b");

    private static final Pattern ELEMENT = Pattern.compile(
            "(?i)\\A(ï»¿)?\\s{0,200}+<(p|div|br|table|span|font|body|head|meta|style|center|h[1-6])(\\s[^<>]{0,400})?/?>");

    /** What ends a line in HTML. */
    private static final Pattern BREAK = Pattern.compile("(?i)<(br\\s{0,3}/?|/(p|div|tr|table|body|html|h[1-6]))>");

    private static final Pattern BREAK_AT_END = Pattern.compile(BREAK.pattern() + "\\s{0,20}\\z");

    private UndeclaredHtml() {}

    public static boolean is(MimePart part) {
        byte[] content = part.content();
        String text = new String(content, 0, Math.min(LONGEST, content.length), StandardCharsets.ISO_8859_1);
        if (text.indexOf('<') < 0) {
            return false;
        }
        if (DOCUMENT.matcher(text).find()) {
            return true;
        }
        long breaks = BREAK.matcher(text).results().limit(1000).count();
        // Where lines end without tags, they are lines of a plain text.
        long lines = text.lines().filter(line -> !line.isBlank()).limit(1000).count();
        if (ELEMENT.matcher(text).find()) {
            return breaks > 0 && breaks >= lines / 2;
        }
        long ended = text.lines()
                .filter(line -> BREAK_AT_END.matcher(line).find())
                .limit(1000)
                .count();
        return breaks > 1 && ended >= lines - 1;
    }
}
