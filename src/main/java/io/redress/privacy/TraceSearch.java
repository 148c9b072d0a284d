package io.redress.privacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds any of several texts in bytes, in one pass, in every charset in which the hub may have written them. Letters of
 * ASCII are the same in either case.
 */
public final class TraceSearch {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("Big5"), StandardCharsets.UTF_16LE);
    private static final int SHORTEST = 5;

    /** What begins with a byte, in small letters; null where nothing does. */
    private final byte[] @Nullable [][] byStart = new byte[256][][];

    private final int longest;

    /** @param texts those of fewer than five bytes of UTF-8 are left out: they are found by chance everywhere */
    public TraceSearch(Collection<String> texts) {
        Set<String> seen = new LinkedHashSet<>();
        int most = 0;
        for (String text : texts) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = small(text.toLowerCase(Locale.ROOT).getBytes(charset));
                boolean whole = charset.newEncoder().canEncode(text);
                if (whole
                        && text.getBytes(StandardCharsets.UTF_8).length >= SHORTEST
                        && seen.add(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    add(bytes);
                    most = Math.max(most, bytes.length);
                }
            }
        }
        longest = most;
    }

    public boolean isEmpty() {
        return longest == 0;
    }

    /** Bytes of the longest text: a reader of blocks keeps one less of them for the next block. */
    public int longest() {
        return longest;
    }

    /** Under both cases of its first letter, so that the search need not look at the case of every byte. */
    private void add(byte[] bytes) {
        int start = bytes[0] & 0xFF;
        byStart[start] = with(byStart[start], bytes);
        if (bytes[0] >= 'a' && bytes[0] <= 'z') {
            int capital = start - ('a' - 'A');
            byStart[capital] = with(byStart[capital], bytes);
        }
    }

    private static byte[][] with(byte @Nullable [][] others, byte[] bytes) {
        byte[][] all = others == null ? new byte[1][] : Arrays.copyOf(others, others.length + 1);
        all[all.length - 1] = bytes;
        return all;
    }

    /** Whether one of the texts is in the first {@code length} bytes. */
    public boolean in(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            byte[][] begin = byStart[bytes[at] & 0xFF];
            if (begin != null && isAnyAt(begin, bytes, at, length)) {
                return true;
            }
        }
        return false;
    }

    public boolean in(byte[] bytes) {
        return in(bytes, bytes.length);
    }

    private static boolean isAnyAt(byte[][] all, byte[] bytes, int at, int length) {
        for (byte[] wanted : all) {
            if (isAt(wanted, bytes, at, length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] wanted, byte[] bytes, int at, int length) {
        if (wanted.length > length - at) {
            return false;
        }
        for (int i = 1; i < wanted.length; i++) {
            if (wanted[i] != small(bytes[at + i])) {
                return false;
            }
        }
        return true;
    }

    private static byte[] small(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = small(bytes[i]);
        }
        return bytes;
    }

    private static byte small(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one + ('a' - 'A')) : one;
    }
}
