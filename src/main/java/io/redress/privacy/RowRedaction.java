package io.redress.privacy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Empties the rows of a text table in which somebody stands. The header, all other rows, delimiters, line ends, byte order
 * mark and charset stay as they are, so that the file can still be read and its rows counted.
 */
public final class RowRedaction {

    private static final String DELIMITERS = ",;\t|";
    private static final String BOM = "\uFEFF";
    /** What people write between the digits of a phone. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ ().\\u00A0-]+(?=\\d)");
    /** Strictly: what is not UTF-8 is taken for Chinese. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final TraceSearch traceSearch;

    public RowRedaction(TraceSearch traceSearch) {
        this.traceSearch = traceSearch;
    }

    /** Whether somebody stands in a text, however the digits of a phone are grouped in it. */
    boolean isIn(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return found(plain) || found(BETWEEN_DIGITS.matcher(plain).replaceAll(""));
    }

    private boolean found(String text) {
        return traceSearch.in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file without them; the same array when nobody stands in it. */
    public byte[] blank(byte[] file) {
        Charset charset = charset(file);
        String text = new String(file, charset);
        String blanked = blank(text);
        return blanked.equals(text) ? file : blanked.getBytes(charset);
    }

    private String blank(String text) {
        int header = text.startsWith(BOM) ? endOfRow(text, 1) : endOfRow(text, 0);
        var result = new StringBuilder(text.length()).append(text, 0, header);
        for (int at = header; at < text.length(); ) {
            int end = endOfRow(text, at);
            String row = text.substring(at, end);
            result.append(isIn(row) ? emptied(row) : row);
            at = end;
        }
        return result.toString();
    }

    /** The delimiters between the cells, and the end of the line. */
    private static String emptied(String row) {
        var left = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            boolean ends = c == '\r' || c == '\n';
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (DELIMITERS.indexOf(c) >= 0 || ends)) {
                left.append(c);
            }
        }
        return left.toString();
    }

    /** After the line's end that is in no quotes. A quote that nobody closes is none: the row ends with its line. */
    private static int endOfRow(String text, int start) {
        boolean quoted = false;
        int line = -1;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n') {
                if (!quoted) {
                    return at + 1;
                }
                line = line < 0 ? at + 1 : line;
            }
        }
        return quoted && line >= 0 ? line : text.length();
    }

    private static Charset charset(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (Charset charset : CHARSETS) {
            if (isWhole(file, charset)) {
                return charset;
            }
        }
        return StandardCharsets.ISO_8859_1; // byte for byte, so that writing it back changes nothing else
    }

    private static boolean isWhole(byte[] file, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(file));
            return charset.encode(text).equals(ByteBuffer.wrap(file));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
