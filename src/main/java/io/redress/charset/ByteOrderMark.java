package io.redress.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A byte order mark at the start of a text. */
record ByteOrderMark(Charset charset, int length) {

    static @Nullable ByteOrderMark of(byte[] start) {
        if (start.length >= 3 && is(start[0], 0xEF) && is(start[1], 0xBB) && is(start[2], 0xBF)) {
            return new ByteOrderMark(StandardCharsets.UTF_8, 3);
        }
        if (start.length >= 2 && is(start[0], 0xFF) && is(start[1], 0xFE)) {
            return new ByteOrderMark(StandardCharsets.UTF_16LE, 2);
        }
        if (start.length >= 2 && is(start[0], 0xFE) && is(start[1], 0xFF)) {
            return new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
        }
        return null;
    }

    private static boolean is(byte actual, int expected) {
        return (actual & 0xFF) == expected;
    }
}
