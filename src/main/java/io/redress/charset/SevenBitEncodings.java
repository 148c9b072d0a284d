package io.redress.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of 7 bits that shifts into another alphabet and back: ISO-2022-JP and its relatives by escape sequences (RFC 1468,
 * 1557, 1922), HZ by {@code ~{} (RFC 1843), UTF-7 by {@code +} (RFC 2152).
 */
final class SevenBitEncodings {

    private static final Pattern UTF7 = Pattern.compile("\\+([A-Za-z0-9+/]*)-?");

    private static final byte ESCAPE = 0x1B;

    /** Into kanji and back: nothing else has both, whatever the mail declares. */
    private static final Pattern KANJI = Pattern.compile("\\x1B\\$[@B][!-~\\r\\n]+\\x1B\\([BJ]");

    private SevenBitEncodings() {}

    /**
     * Decodes text of such a charset; what is broken in it is left out or replaced.
     *
     * @return null when it is no such charset, or the bytes do not look like it
     */
    static @Nullable String decode(byte[] bytes, @Nullable String charset) {
        String name = charset == null
                ? ""
                : charset.strip().replace("\"", "").toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.isEmpty() && !has(bytes, ESCAPE)) {
            return null;
        }
        for (byte b : bytes) {
            if (b < 0) {
                return null;
            }
        }
        if (has(bytes, ESCAPE)
                && (name.isEmpty()
                        || name.contains("2022")
                        || name.contains("ascii")
                        || name.contains("jis")
                        || KANJI.matcher(new String(bytes, StandardCharsets.US_ASCII))
                                .find())) {
            return escaped(bytes, name);
        }
        return switch (name) {
            case "hz-gb-2312", "hz" -> hz(bytes);
            case "utf-7", "unicode-1-1-utf-7", "csutf7", "x-unicode-2-0-utf-7" -> utf7(bytes);
            default -> null;
        };
    }

    /** Windows' superset of the Japanese one has the characters of NEC, which its mailers use undeclared. */
    private static String escaped(byte[] bytes, String name) {
        String superset =
                name.contains("kr") ? "ISO-2022-KR" : name.contains("cn") ? "ISO-2022-CN" : "x-windows-iso2022jp";
        return new String(bytes, Charset.forName(superset));
    }

    private static String hz(byte[] bytes) {
        var gb = new ByteArrayOutputStream();
        boolean shifted = false;
        for (int i = 0; i < bytes.length; i++) {
            byte next = i + 1 < bytes.length ? bytes[i + 1] : 0;
            if (bytes[i] == '~' && (next == '{' || next == '}')) {
                shifted = next == '{';
                i++;
            } else if (bytes[i] == '~' && (next == '~' || next == '\n') && !shifted) {
                gb.writeBytes(next == '~' ? new byte[] {'~'} : new byte[0]);
                i++;
            } else {
                shifted &= bytes[i] != '\n';
                gb.write(shifted ? bytes[i] | 0x80 : bytes[i]);
            }
        }
        return gb.toString(EncodingCandidate.GB18030.charset());
    }

    private static String utf7(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return UTF7.matcher(text).replaceAll(shift -> {
            String base64 = shift.group(1);
            String meant = base64.isEmpty() ? "+" : utf16(base64);
            return java.util.regex.Matcher.quoteReplacement(meant);
        });
    }

    private static String utf16(String base64) {
        byte[] padded =
                Base64.getDecoder().decode(base64.substring(0, base64.length() - (base64.length() % 4 == 1 ? 1 : 0)));
        return new String(padded, 0, padded.length & ~1, StandardCharsets.UTF_16BE);
    }

    private static boolean has(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}
