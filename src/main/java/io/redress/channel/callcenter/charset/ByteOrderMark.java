package io.redress.channel.callcenter.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A byte order mark at the start of a file. */
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

    /** Whether the mark is that of a configured charset. UTF-16 without an order reads its mark itself. */
    boolean fits(String configured) {
        return Charset.forName(configured).equals(charset);
    }

    /** Whether the mark says UTF-8 and no line contradicts it: as in a report of ours, whatever charset the mapping names. */
    boolean provesUtf8(CharsetValidator utf8) {
        return charset.equals(StandardCharsets.UTF_8) && utf8.damaged() == 0;
    }

    private static boolean is(byte actual, int expected) {
        return (actual & 0xFF) == expected;
    }
}
