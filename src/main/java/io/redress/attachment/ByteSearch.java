package io.redress.attachment;

import java.nio.charset.StandardCharsets;

/** Looks for sequences of bytes. */
final class ByteSearch {

    private ByteSearch() {}

    /** As Latin-1, so that every byte is one character. */
    static byte[] of(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(byte[] bytes, byte... head) {
        return at(bytes, 0, head);
    }

    static boolean at(byte[] bytes, int place, byte... wanted) {
        if (place < 0 || place + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[place + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place in {@code from} … {@code to - 1} where it begins; −1 when there is none. */
    static int find(byte[] bytes, byte[] wanted, int from, int to) {
        int last = Math.min(to, bytes.length) - wanted.length;
        for (int i = Math.max(0, from); i <= last; i++) {
            if (bytes[i] == wanted[0] && at(bytes, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    static boolean has(byte[] bytes, byte[] wanted) {
        return find(bytes, wanted, 0, bytes.length) >= 0;
    }

    static int u16(byte[] bytes, int place) {
        return (bytes[place] & 0xff) | (bytes[place + 1] & 0xff) << 8;
    }

    static long u32(byte[] bytes, int place) {
        return u16(bytes, place) | (long) u16(bytes, place + 2) << 16;
    }
}
